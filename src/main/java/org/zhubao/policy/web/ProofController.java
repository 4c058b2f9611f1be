package org.zhubao.policy.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.ProvingPolicies;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.rules.Proof;
import org.zhubao.site.Refusal;

/** What the proof of a published policy found, with its rulings or of the text alone. */
@Controller
@PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
class ProofController {

    private final PolicyCatalog policies;
    private final ProvingPolicies proving;

    ProofController(PolicyCatalog policies, ProvingPolicies proving) {
        this.policies = policies;
        this.proving = proving;
    }

    @GetMapping("/policies/{id}/proof")
    String show(@PathVariable String id, @RequestParam(defaultValue = "false") boolean textAlone, Model model) {
        PublishedPolicy published = policies.byId(id).orElseThrow(Refusal::notFound);
        Proof proof = textAlone ? proving.proveTextAlone(published) : proving.prove(published);
        model.addAttribute("published", published);
        model.addAttribute("textAlone", textAlone);
        model.addAttribute("coverage", proof.coverage());
        model.addAttribute("groups", new ProofTable(published.policy()).groups(proof));
        return "policy/proof";
    }
}
