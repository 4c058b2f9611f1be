package org.zhubao.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.protection.IdNumber;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.settlement.Sheet;
import org.zhubao.settlement.SheetLine;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** Settlement sheets: what each fund would be charged, the frozen sheets, the workbooks. */
@Controller
@RequestMapping("/settlement")
class SettlementController {

    private static final int SHOWN_LINES = 200;

    private final SettlingAccounts settling;
    private final VisibleSheets sheets;
    private final Workbooks workbooks;

    SettlementController(SettlingAccounts settling, VisibleSheets sheets, Workbooks workbooks) {
        this.settling = settling;
        this.sheets = sheets;
        this.workbooks = workbooks;
    }

    /** A line as the screen shows it: the workbook has the whole number, the screen has not. */
    record ShownLine(SheetLine line) {

        public String maskedNumber() {
            return IdNumber.mask(line.idNumber());
        }
    }

    @GetMapping
    String list(CurrentUser user, Workplace workplace, Model model) {
        model.addAttribute("workplace", workplace);
        model.addAttribute(
                "drafts",
                settling.drafts(workplace.county(), workplace.benefitYear()).stream()
                        .filter(draft ->
                                sheets.concerns(user, workplace.county().code(), workplace.benefitYear(), draft.fund()))
                        .toList());
        model.addAttribute(
                "sheets",
                settling.sheets(workplace.county(), workplace.benefitYear()).stream()
                        .filter(sheet -> sheets.concerns(user, sheet.county(), sheet.benefitYear(), sheet.fund()))
                        .toList());
        return "settlement/list";
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    String freeze(CurrentUser user, Workplace workplace, @RequestParam String fund, RedirectAttributes redirect) {
        UUID id = settling.freeze(workplace.county(), workplace.benefitYear(), fund, user.username());
        Flash.success(redirect, "settlement.frozen");
        return "redirect:/settlement/" + id;
    }

    @GetMapping("/{id}")
    String show(CurrentUser user, Workplace workplace, @PathVariable UUID id, Model model) {
        Sheet sheet = visible(user, workplace, id);
        List<ShownLine> lines = new ArrayList<>();
        settling.read(
                sheet, stream -> stream.limit(SHOWN_LINES).map(ShownLine::new).forEach(lines::add));
        model.addAttribute("sheet", sheet);
        model.addAttribute("workplace", workplace);
        model.addAttribute("lines", lines);
        model.addAttribute("intact", settling.isIntact(sheet));
        return "settlement/sheet";
    }

    @GetMapping("/{id}/workbook")
    void download(CurrentUser user, Workplace workplace, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        workbooks.send(visible(user, workplace, id), response);
    }

    private Sheet visible(CurrentUser user, Workplace workplace, UUID id) {
        return settling.sheet(id, workplace.county().code())
                .filter(sheet -> sheets.concerns(user, sheet.county(), sheet.benefitYear(), sheet.fund()))
                .orElseThrow(Refusal::notFound);
    }
}
