package org.zhubao.policy;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;

/** What the notice of a county and year calls identities, for screens that hold their codes. */
@Component
public class IdentityNames {

    private final PolicyCatalog policies;

    IdentityNames(PolicyCatalog policies) {
        this.policies = policies;
    }

    /** Names by code, facts that rosters assert (在校学生) included; empty where no policy is published. */
    public Map<String, String> of(String county, int benefitYear) {
        return policies.find(county, benefitYear)
                .map(published -> of(published.policy()))
                .orElse(Map.of());
    }

    /** The same of one policy. */
    public static Map<String, String> of(Policy policy) {
        Map<String, String> names = new HashMap<>();
        for (Identity identity : policy.identities()) {
            names.put(identity.code(), PolicyNames.of(identity));
        }
        for (FactSpec fact : policy.facts()) {
            names.putIfAbsent(fact.code(), PolicyNames.of(fact));
        }
        return names;
    }
}
