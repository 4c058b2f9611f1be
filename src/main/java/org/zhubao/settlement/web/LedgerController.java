package org.zhubao.settlement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.settlement.EntryKind;
import org.zhubao.settlement.LedgerBook;
import org.zhubao.settlement.LedgerBook.Balance;
import org.zhubao.site.Paging;

/** What each fund bears, has paid and owes, with every entry behind it. */
@Controller
class LedgerController {

    private static final int ROWS = 50;

    private final LedgerBook book;
    private final VisibleSheets sheets;

    LedgerController(LedgerBook book, VisibleSheets sheets) {
        this.book = book;
        this.sheets = sheets;
    }

    @GetMapping("/settlement/ledger")
    String show(
            CurrentUser user,
            Workplace workplace,
            @RequestParam(required = false) @Nullable EntryKind kind,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        String county = workplace.county().code();
        List<String> funds = sheets.funds(user, workplace);
        Paging paging = new Paging(page, ROWS, book.count(county, workplace.benefitYear(), funds, kind));
        model.addAttribute("workplace", workplace);
        model.addAttribute("kinds", EntryKind.values());
        model.addAttribute("kind", kind);
        List<Balance> balances = book.balances(county, workplace.benefitYear(), funds);
        model.addAttribute("balances", balances);
        model.addAttribute("claims", balances.stream().anyMatch(balance -> balance.claimFen() != 0));
        model.addAttribute("names", sheets.fundNames(workplace));
        model.addAttribute("paging", paging);
        model.addAttribute(
                "entries", book.entries(county, workplace.benefitYear(), funds, kind, paging.offset(), ROWS));
        return "settlement/ledger";
    }
}
