package org.zhubao.policy.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.rules.Policy;
import org.zhubao.site.Refusal;

/** The published policies, each as a table beside the sentences it quotes. */
@Controller
@RequestMapping("/policies")
class PolicyController {

    private final PolicyCatalog policies;

    PolicyController(PolicyCatalog policies) {
        this.policies = policies;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("policies", policies.all());
        return "policy/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        PublishedPolicy published = policies.byId(id).orElseThrow(Refusal::notFound);
        Policy policy = published.policy();
        model.addAttribute("published", published);
        PolicyTable.show(policy, model);
        return "policy/show";
    }
}
