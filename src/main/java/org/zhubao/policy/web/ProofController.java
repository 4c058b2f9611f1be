package org.zhubao.policy.web;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.Workplace;
import org.zhubao.policy.ProofReport;
import org.zhubao.policy.ProofReports;
import org.zhubao.policy.ProofWriting;
import org.zhubao.site.Refusal;

/** What the proof of a policy found, published or a draft, on the screen and as a workbook to sign. */
@Controller
@RequestMapping("/policies")
@PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
class ProofController {

    private final ProofReports reports;
    private final ProofWriting writing;

    ProofController(ProofReports reports, ProofWriting writing) {
        this.reports = reports;
        this.writing = writing;
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
    ResponseEntity<byte[]> workbookOfPublished(
            Workplace workplace,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean textAlone,
            Locale locale) {
        return workbook(reports.ofPublished(id, textAlone).orElseThrow(Refusal::notFound), workplace, locale);
    }

    @GetMapping("/drafts/{id}/proof/workbook")
    ResponseEntity<byte[]> workbookOfDraft(
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer year,
            Locale locale) {
        return workbook(reports.ofDraft(id, year).orElseThrow(Refusal::notFound), workplace, locale);
    }

    private String show(ProofReport report, Workplace workplace, Model model) {
        model.addAttribute("report", report);
        model.addAttribute("workplace", workplace);
        model.addAttribute("coverage", report.proof().coverage());
        model.addAttribute("groups", reports.groups(report, workplace));
        return "policy/proof";
    }

    private ResponseEntity<byte[]> workbook(ProofReport report, Workplace workplace, Locale locale) {
        byte[] workbook = writing.write(report, reports.groups(report, workplace), workplace, locale);
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"proof-" + report.digest().substring(0, 12) + ".xlsx\"")
                .body(workbook);
    }
}
