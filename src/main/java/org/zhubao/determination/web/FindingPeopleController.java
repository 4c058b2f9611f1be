package org.zhubao.determination.web;

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
import org.zhubao.determination.GroupedPeople;
import org.zhubao.determination.PeopleOfFindings;
import org.zhubao.policy.ProofReport;
import org.zhubao.policy.ProofReports;
import org.zhubao.site.Refusal;

/** The people of the county in whom a finding of a proof shows. */
@Controller
@RequestMapping("/policies")
@PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
class FindingPeopleController {

    private final ProofReports reports;
    private final PeopleOfFindings people;

    FindingPeopleController(ProofReports reports, PeopleOfFindings people) {
        this.reports = reports;
        this.people = people;
    }

    @GetMapping("/{id}/proof/people")
    String ofPublished(
            Workplace workplace,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean textAlone,
            @RequestParam int finding,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return show(reports.ofPublished(id, textAlone).orElseThrow(Refusal::notFound), finding, page, workplace, model);
    }

    @GetMapping("/drafts/{id}/proof/people")
    String ofDraft(
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam int finding,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return show(reports.ofDraft(id, year).orElseThrow(Refusal::notFound), finding, page, workplace, model);
    }

    private String show(ProofReport report, int finding, int page, Workplace workplace, Model model) {
        if (finding < 0 || finding >= report.proof().findings().size()) {
            throw Refusal.notFound();
        }
        GroupedPeople.Page found = people.people(
                report.policy(), report.finding(finding), workplace.county().code(), workplace.benefitYear(), page);
        model.addAttribute("report", report);
        model.addAttribute("finding", report.finding(finding));
        model.addAttribute("workplace", workplace);
        model.addAttribute("paging", found.paging());
        model.addAttribute("lines", found.lines());
        return "determination/finding-people";
    }
}
