package org.zhubao.policy.web;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.policy.AuthoringPolicies;
import org.zhubao.policy.Draft;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PolicyHistory;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.policy.outline.Comparison;
import org.zhubao.policy.outline.Outline;
import org.zhubao.site.Refusal;

/** The versions of a policy, and what one says differently from another, construct by construct. */
@Controller
@RequestMapping("/policies")
class PolicyVersionsController {

    private final PolicyCatalog catalog;
    private final PolicyHistory history;
    private final AuthoringPolicies authoring;

    PolicyVersionsController(PolicyCatalog catalog, PolicyHistory history, AuthoringPolicies authoring) {
        this.catalog = catalog;
        this.history = history;
        this.authoring = authoring;
    }

    @GetMapping("/{id}/versions")
    String versions(@PathVariable String id, Model model) {
        PublishedPolicy published = catalog.byId(id).orElseThrow(Refusal::notFound);
        model.addAttribute("published", published);
        model.addAttribute(
                "versions",
                history.of(published.policy().region(), published.policy().benefitYear()));
        return "policy/versions";
    }

    /** @param from digest of the older text */
    @GetMapping("/{id}/differences")
    String ofVersions(@PathVariable String id, @RequestParam String from, Model model) {
        PublishedPolicy published = catalog.byId(id).orElseThrow(Refusal::notFound);
        model.addAttribute("name", published.policy().title());
        return compare(from, published.text(), model);
    }

    @GetMapping("/drafts/{id}/differences")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
    String ofDraft(@PathVariable UUID id, Model model) {
        Draft draft = authoring.find(id).orElseThrow(Refusal::notFound);
        if (draft.madeFrom() == null) {
            throw Refusal.notFound();
        }
        model.addAttribute("name", draft.title());
        model.addAttribute("draft", draft);
        return compare(draft.madeFrom(), draft.text(), model);
    }

    private String compare(String from, String newer, Model model) {
        String older = history.textOf(from).orElseThrow(Refusal::notFound);
        model.addAttribute("from", from);
        model.addAttribute("differences", Comparison.of(Outline.of(older), Outline.of(newer)));
        return "policy/differences";
    }
}
