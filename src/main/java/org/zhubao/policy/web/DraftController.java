package org.zhubao.policy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.division.Divisions;
import org.zhubao.policy.AuthoringPolicies;
import org.zhubao.policy.Draft;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** Policies being written: the list, how to begin one, and the editor. */
@Controller
@RequestMapping("/policies/drafts")
@PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
class DraftController {

    private final AuthoringPolicies authoring;
    private final PolicyCatalog catalog;
    private final Divisions divisions;
    private final EditorPage editor;
    private final RulingInsertion rulings;

    DraftController(
            AuthoringPolicies authoring,
            PolicyCatalog catalog,
            Divisions divisions,
            EditorPage editor,
            RulingInsertion rulings) {
        this.authoring = authoring;
        this.catalog = catalog;
        this.divisions = divisions;
        this.editor = editor;
        this.rulings = rulings;
    }

    @GetMapping
    String list(CurrentUser user, Model model) {
        model.addAttribute("drafts", authoring.drafts());
        model.addAttribute("mayWrite", user.is(Role.CLERK));
        return "policy/drafts";
    }

    @GetMapping("/new")
    @PreAuthorize("hasRole('CLERK')")
    String form(
            CurrentUser user, Workplace workplace, @RequestParam(required = false) @Nullable String base, Model model) {
        Optional<PublishedPolicy> published = Optional.ofNullable(base).flatMap(catalog::byId);
        NewDraft begun = published
                .map(NewDraft::nextYearOf)
                .orElseGet(() -> new NewDraft("", "", String.valueOf(workplace.benefitYear() + 1), ""));
        return form(user, begun, model);
    }

    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    String begin(
            CurrentUser user,
            @ModelAttribute("form") NewDraft form,
            BindingResult problems,
            RedirectAttributes redirect,
            Model model) {
        form.check(user, problems);
        if (problems.hasErrors()) {
            return form(user, form, model);
        }
        UUID id = authoring.begin(
                form.region(),
                Integer.parseInt(form.benefitYear()),
                form.name(),
                catalog.byId(form.base()).orElse(null),
                user);
        Flash.success(redirect, "policy.draft.begun");
        return "redirect:/policies/drafts/" + id;
    }

    @GetMapping("/{id}")
    String edit(CurrentUser user, Workplace workplace, @PathVariable UUID id, Model model) {
        Draft draft = authoring.find(id).orElseThrow(Refusal::notFound);
        return editor.show(draft, draft.text(), draft.version(), user, workplace, model);
    }

    /** The editor with a ruling for a finding written in, for the officer to complete; nothing is saved. */
    @GetMapping("/{id}/ruling")
    @PreAuthorize("hasRole('CLERK')")
    String ruling(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam int finding,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        Draft draft = authoring.find(id).orElseThrow(Refusal::notFound);
        model.addAttribute("inserted", true);
        return editor.show(draft, rulings.into(draft, year, finding), draft.version(), user, workplace, model);
    }

    /** Saves what is typed; where somebody else was faster, shows it again with what has happened. */
    @PostMapping("/{id}")
    @PreAuthorize("hasRole('CLERK')")
    String save(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam String text,
            @RequestParam int version,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        if (authoring.save(id, version, text, user)) {
            Flash.success(redirect, "policy.draft.saved");
            return "redirect:/policies/drafts/" + id;
        }
        Draft newer = authoring.find(id).orElseThrow(Refusal::notFound);
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("newer", newer);
        return editor.show(newer, text, newer.version(), user, workplace, model);
    }

    /** What is wrong with the text as typed, and what it comes to; nothing is saved. */
    @PostMapping("/{id}/check")
    @PreAuthorize("hasRole('CLERK')")
    String check(Workplace workplace, @PathVariable UUID id, @RequestParam String text, Model model) {
        editor.check(authoring.find(id).orElseThrow(Refusal::notFound), text, workplace, model);
        return "policy/checked :: checked";
    }

    private String form(CurrentUser user, NewDraft form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("bases", catalog.all());
        model.addAttribute("regions", divisions.regionsAndCounties(user.scope()));
        return "policy/draft-new";
    }
}
