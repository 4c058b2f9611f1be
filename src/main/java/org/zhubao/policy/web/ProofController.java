package org.zhubao.policy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.policy.ProofReport;
import org.zhubao.policy.ProofReports;
import org.zhubao.policy.ProofWriting;
import org.zhubao.site.Refusal;
import org.zhubao.site.WorkbookDownload;

/** What the proof of a policy found, published or a draft, on the screen and as a workbook to sign. */
@Controller
@RequestMapping("/policies")
@PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
class ProofController {

    private static final int DIGEST_SHOWN = 12;

    private final ProofReports reports;
    private final ProofWriting writing;
    private final AuditTrail trail;

    ProofController(ProofReports reports, ProofWriting writing, AuditTrail trail) {
        this.reports = reports;
        this.writing = writing;
        this.trail = trail;
    }

    @GetMapping("/{id}/proof")
    String ofPublished(
            Workplace workplace,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean textAlone,
            Model model) {
        return show(reports.ofPublished(id, textAlone).orElseThrow(Refusal::notFound), workplace, model);
    }

    @GetMapping("/drafts/{id}/proof")
    String ofDraft(
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        return show(reports.ofDraft(id, year).orElseThrow(Refusal::notFound), workplace, model);
    }

    @GetMapping("/{id}/proof/workbook")
    void workbookOfPublished(
            Workplace workplace,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean textAlone,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        workbook(reports.ofPublished(id, textAlone).orElseThrow(Refusal::notFound), workplace, locale, response);
    }

    @GetMapping("/drafts/{id}/proof/workbook")
    void workbookOfDraft(
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer year,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        workbook(reports.ofDraft(id, year).orElseThrow(Refusal::notFound), workplace, locale, response);
    }

    private String show(ProofReport report, Workplace workplace, Model model) {
        model.addAttribute("report", report);
        model.addAttribute("workplace", workplace);
        model.addAttribute("coverage", report.proof().coverage());
        model.addAttribute("groups", reports.groups(report, workplace));
        return "policy/proof";
    }

    private void workbook(ProofReport report, Workplace workplace, Locale locale, HttpServletResponse response)
            throws IOException {
        byte[] workbook = writing.write(report, reports.groups(report, workplace), workplace, locale);
        String shortDigest = report.digest().substring(0, DIGEST_SHOWN);
        trail.record(
                AuditEvent.of(Action.WORKBOOK_DOWNLOADED, workplace.county().code(), "proof of policy " + shortDigest));
        WorkbookDownload.begin(response, "proof-" + shortDigest + ".xlsx").write(workbook);
    }
}
