package org.zhubao.policy.web;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhubao.policy.Citation;
import org.zhubao.policy.IdentityNames;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.rules.Clause;
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
        Map<String, Citation> citations =
                Citation.of(policy, policy.clauses().stream().map(Clause::id).toList()).stream()
                        .collect(Collectors.toMap(Citation::id, Function.identity()));
        model.addAttribute("published", published);
        model.addAttribute("policy", policy);
        model.addAttribute("names", IdentityNames.of(policy));
        model.addAttribute("citations", citations);
        return "policy/show";
    }
}
