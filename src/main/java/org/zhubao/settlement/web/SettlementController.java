package org.zhubao.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.protection.IdNumber;
import org.zhubao.rules.Fund;
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
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SettlingAccounts settling;
    private final PolicyCatalog policies;
    private final AuditTrail trail;

    SettlementController(SettlingAccounts settling, PolicyCatalog policies, AuditTrail trail) {
        this.settling = settling;
        this.policies = policies;
        this.trail = trail;
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
                        .filter(draft -> concerns(user, workplace, draft.fund()))
                        .toList());
        model.addAttribute(
                "sheets",
                settling.sheets(workplace.county(), workplace.benefitYear()).stream()
                        .filter(sheet -> concerns(user, workplace, sheet.fund()))
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
        Sheet sheet = visible(user, workplace, id);
        trail.record(
                AuditEvent.of(Action.WORKBOOK_DOWNLOADED, workplace.county().code(), "sheet " + id)
                        .with("number", sheet.number()));
        response.setContentType(WORKBOOK);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(sheet.number() + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        settling.write(sheet, workplace.county(), response.getOutputStream());
    }

    private Sheet visible(CurrentUser user, Workplace workplace, UUID id) {
        return settling.sheet(id, workplace.county().code())
                .filter(sheet -> concerns(user, workplace, sheet.fund()))
                .orElseThrow(Refusal::notFound);
    }

    /** A department officer sees the sheets of the department's own fund only. */
    private boolean concerns(CurrentUser user, Workplace workplace, String fund) {
        return user.department() == null
                || policies.find(workplace.county().code(), workplace.benefitYear())
                        .flatMap(published -> published.policy().fund(fund))
                        .map(Fund::department)
                        .filter(user.department().code()::equals)
                        .isPresent();
    }
}
