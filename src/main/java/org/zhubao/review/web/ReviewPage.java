package org.zhubao.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.division.Divisions;
import org.zhubao.policy.IdentityNames;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.review.Consequences;
import org.zhubao.review.Selection;
import org.zhubao.rules.Policy;

/** What the pages of the review have in common: the words of the policy, and what may be decided with which result. */
@Component
class ReviewPage {

    private final Consequences consequences;
    private final PolicyCatalog policies;
    private final Divisions divisions;
    private final Clock clock;

    ReviewPage(Consequences consequences, PolicyCatalog policies, Divisions divisions, Clock clock) {
        this.consequences = consequences;
        this.policies = policies;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** What identities and open questions are called. */
    void words(Workplace workplace, Model model) {
        Optional<Policy> policy = policies.find(workplace.county().code(), workplace.benefitYear())
                .map(published -> published.policy());
        model.addAttribute("workplace", workplace);
        model.addAttribute("names", policy.map(IdentityNames::of).orElse(Map.of()));
        model.addAttribute("policy", policy.orElse(null));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** A page with what may be decided about these people; who may not decide only reads. */
    String decide(CurrentUser user, Workplace workplace, Selection selection, String view, Model model) {
        words(workplace, model);
        model.addAttribute("selection", selection);
        model.addAttribute("townships", divisions.townships(workplace.county().code()));
        model.addAttribute("today", today());
        if (user.is(Role.CLERK)) {
            model.addAttribute("preview", consequences.preview(workplace, selection));
        }
        return view;
    }
}
