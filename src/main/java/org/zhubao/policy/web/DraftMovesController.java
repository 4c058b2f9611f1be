package org.zhubao.policy.web;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.policy.AuthoringPolicies;
import org.zhubao.policy.Draft;
import org.zhubao.policy.DraftReading;
import org.zhubao.policy.ProvingPolicies;
import org.zhubao.policy.PublishingPolicies;
import org.zhubao.policy.ReadingDrafts;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** The way of a draft: the clerk proves and submits it, a reviewer publishes it or sends it back. */
@Controller
@RequestMapping("/policies/drafts/{id}")
class DraftMovesController {

    private final AuthoringPolicies authoring;
    private final PublishingPolicies publishing;
    private final ReadingDrafts reading;
    private final ProvingPolicies proving;

    DraftMovesController(
            AuthoringPolicies authoring,
            PublishingPolicies publishing,
            ReadingDrafts reading,
            ProvingPolicies proving) {
        this.authoring = authoring;
        this.publishing = publishing;
        this.reading = reading;
        this.proving = proving;
    }

    /** Takes seconds where there are many identities, and no transaction while it does. */
    @PostMapping("/proof")
    @PreAuthorize("hasRole('CLERK')")
    String prove(@PathVariable UUID id) {
        Draft draft = authoring.find(id).orElseThrow(Refusal::notFound);
        DraftReading read = reading.read(draft.text());
        if (!read.isSound()) {
            throw new Refusal("policy.unsound-text", read.problems().size());
        }
        authoring.proved(id, proving.prove(draft.digest(), read));
        return "redirect:/policies/drafts/" + id + "/proof";
    }

    @PostMapping("/submission")
    @PreAuthorize("hasRole('CLERK')")
    String submit(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean acknowledged,
            RedirectAttributes redirect) {
        authoring.submit(id, acknowledged, user);
        Flash.success(redirect, "policy.draft.submitted");
        return "redirect:/policies/drafts/" + id;
    }

    @PostMapping("/publication")
    @PreAuthorize("hasRole('REVIEWER')")
    String publish(CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        publishing.publish(id, user);
        Flash.success(redirect, "policy.draft.published");
        return "redirect:/policies";
    }

    @PostMapping("/return")
    @PreAuthorize("hasRole('REVIEWER')")
    String giveBack(CurrentUser user, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        publishing.giveBack(id, reason, user);
        Flash.success(redirect, "policy.draft.returned");
        return "redirect:/policies/drafts/" + id;
    }
}
