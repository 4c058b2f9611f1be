package org.zhubao.settlement.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.settlement.CaseDecisions;
import org.zhubao.settlement.CaseVerdict;
import org.zhubao.settlement.DecidingCases;
import org.zhubao.settlement.OpenCase;
import org.zhubao.settlement.OpenCases;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.site.Flash;
import org.zhubao.site.Paging;

/** The differences that the rules leave to a person, and what persons have decided of them. */
@Controller
@RequestMapping("/settlement/cases")
class OpenCasesController {

    private static final int ROWS = 50;
    private static final int DECISIONS = 50;

    private final OpenCases cases;
    private final CaseDecisions decisions;
    private final DecidingCases deciding;
    private final SettlingAccounts settling;
    private final VisibleSheets sheets;

    OpenCasesController(
            OpenCases cases,
            CaseDecisions decisions,
            DecidingCases deciding,
            SettlingAccounts settling,
            VisibleSheets sheets) {
        this.cases = cases;
        this.decisions = decisions;
        this.deciding = deciding;
        this.settling = settling;
        this.sheets = sheets;
    }

    /** @param fund that of the first with any where none is named */
    @GetMapping
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
    String list(
            CurrentUser user,
            Workplace workplace,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Map<String, Integer> counts = cases.counts(workplace.county(), workplace.benefitYear());
        String shown =
                fund != null ? fund : counts.keySet().stream().findFirst().orElse("");
        Paging paging = new Paging(page, ROWS, counts.getOrDefault(shown, 0));
        List<OpenCase> open = cases.list(workplace.county(), workplace.benefitYear(), shown, paging.offset(), ROWS);
        boolean decides = user.is(Role.CLERK, Role.REVIEWER);
        model.addAttribute("workplace", workplace);
        model.addAttribute("decides", decides);
        model.addAttribute("proposes", decides && !open.stream().allMatch(OpenCase::waiting));
        model.addAttribute("confirms", user.is(Role.REVIEWER));
        model.addAttribute("username", user.username());
        model.addAttribute("waits", settling.waitsForReconciliation(workplace.county(), workplace.benefitYear()));
        model.addAttribute("counts", counts);
        model.addAttribute("fund", shown);
        model.addAttribute("names", sheets.fundNames(workplace));
        model.addAttribute("verdicts", CaseVerdict.values());
        model.addAttribute("paging", paging);
        model.addAttribute("cases", open);
        model.addAttribute(
                "decisions", decisions.newest(workplace.county().code(), workplace.benefitYear(), DECISIONS));
        return "settlement/cases";
    }

    /** @param persons ids of those chosen */
    @PostMapping
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    String propose(
            CurrentUser user,
            Workplace workplace,
            @RequestParam String fund,
            @RequestParam(defaultValue = "") List<UUID> persons,
            @RequestParam CaseVerdict verdict,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        deciding.propose(
                workplace.county(),
                workplace.benefitYear(),
                fund,
                persons,
                verdict,
                SheetMovesController.words(reason),
                user.username());
        redirect.addAttribute("fund", fund);
        return done("settlement.cases.proposed", redirect);
    }

    @PostMapping("/{id}/confirmation")
    @PreAuthorize("hasRole('REVIEWER')")
    String confirm(CurrentUser user, Workplace workplace, @PathVariable UUID id, RedirectAttributes redirect) {
        deciding.confirm(workplace.county(), workplace.benefitYear(), id, user.username());
        return done("settlement.cases.confirmed", redirect);
    }

    @PostMapping("/{id}/refusal")
    @PreAuthorize("hasRole('REVIEWER')")
    String refuse(CurrentUser user, Workplace workplace, @PathVariable UUID id, RedirectAttributes redirect) {
        deciding.refuse(workplace.county(), workplace.benefitYear(), id, user.username());
        return done("settlement.cases.refused", redirect);
    }

    private static String done(String message, RedirectAttributes redirect) {
        Flash.success(redirect, message);
        return "redirect:/settlement/cases";
    }
}
