package org.zhubao.determination.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.Workplace;
import org.zhubao.determination.Shift;
import org.zhubao.determination.TryingPolicies;
import org.zhubao.determination.TryingPolicies.Filter;
import org.zhubao.determination.TryingPolicies.Names;
import org.zhubao.determination.TryingPolicies.Question;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.policy.IdentityNames;
import org.zhubao.policy.PolicyNames;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Policy;

/** What a draft, or another version of a policy, would do to the people of the county, and to whom. */
@Controller
@RequestMapping("/policies")
@PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
class TrialController {

    private final TryingPolicies trying;
    private final TrialQuestions questions;
    private final Divisions divisions;

    TrialController(TryingPolicies trying, TrialQuestions questions, Divisions divisions) {
        this.trying = trying;
        this.questions = questions;
        this.divisions = divisions;
    }

    @GetMapping("/drafts/{id}/trial")
    String ofDraft(Workplace workplace, @PathVariable UUID id, Model model) {
        return show(questions.ofDraft(id, workplace), "/policies/drafts/" + id, workplace, model);
    }

    @GetMapping("/drafts/{id}/trial/people")
    String peopleOfDraft(
            Workplace workplace,
            @PathVariable UUID id,
            Filter filter,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return people(questions.ofDraft(id, workplace), filter, page, "/policies/drafts/" + id, workplace, model);
    }

    /** @param against digest of an earlier version; without it the one in force is tried where none was */
    @GetMapping("/{id}/trial")
    String ofVersion(
            Workplace workplace,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String against,
            Model model) {
        model.addAttribute("against", against);
        return show(questions.ofVersion(id, against, workplace), "/policies/" + id, workplace, model);
    }

    @GetMapping("/{id}/trial/people")
    String peopleOfVersion(
            Workplace workplace,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String against,
            Filter filter,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("against", against);
        return people(questions.ofVersion(id, against, workplace), filter, page, "/policies/" + id, workplace, model);
    }

    private String show(Question question, String base, Workplace workplace, Model model) {
        model.addAttribute("trial", trying.trial(question));
        return page("determination/trial", question, base, workplace, model);
    }

    private String people(Question question, Filter filter, int page, String base, Workplace workplace, Model model) {
        Names names = trying.names(question, filter, page);
        model.addAttribute("paging", names.paging());
        model.addAttribute("lines", names.lines());
        model.addAttribute("filter", filter);
        model.addAttribute("shifts", Shift.values());
        return page("determination/trial-people", question, base, workplace, model);
    }

    private String page(String view, Question question, String base, Workplace workplace, Model model) {
        model.addAttribute("question", question);
        model.addAttribute("base", base);
        model.addAttribute("workplace", workplace);
        model.addAttribute("identities", identities(question));
        model.addAttribute("funds", funds(question));
        model.addAttribute(
                "townships",
                divisions.townships(workplace.county().code()).stream()
                        .collect(Collectors.toMap(Division::code, Division::name)));
        return view;
    }

    private static Stream<Policy> policies(Question question) {
        return Stream.concat(Stream.ofNullable(question.before()), Stream.of(question.after()));
    }

    private static Map<String, String> identities(Question question) {
        Map<String, String> names = new HashMap<>();
        policies(question).map(IdentityNames::of).forEach(names::putAll);
        return names;
    }

    private static Map<String, String> funds(Question question) {
        return policies(question)
                .flatMap(policy -> policy.funds().stream())
                .collect(Collectors.toMap(Fund::code, PolicyNames::of, (before, after) -> after));
    }
}
