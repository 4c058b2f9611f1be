package org.zhubao.demo;

import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.division.Scope;
import org.zhubao.policy.AuthoringPolicies;
import org.zhubao.policy.Draft;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;

/** Next year's policy, half written, in a county and in its city. */
@Component
@Profile("demo")
class DemoDrafts {

    private static final int YEAR = 2025;

    private final AuthoringPolicies authoring;
    private final PolicyCatalog policies;

    DemoDrafts(AuthoringPolicies authoring, PolicyCatalog policies) {
        this.authoring = authoring;
        this.policies = policies;
    }

    void begin() {
        begin("510421", "miyi-disabled", "clerk");
        begin("5104", "panzhihua-disabled", "city");
    }

    /** Someone has changed the title and not yet the rest. */
    private void begin(String region, String name, String clerk) {
        CurrentUser by = new CurrentUser(0, clerk, clerk, Role.CLERK, new Scope(region), null);
        PublishedPolicy base = policies.find("510421", YEAR).orElseThrow();
        UUID id = authoring.begin(region, YEAR + 1, name, base, by);
        Draft draft = authoring.find(id).orElseThrow();
        authoring.save(
                id, draft.version(), draft.text().replaceFirst("(?m)^(title: .*)" + YEAR, "$1" + (YEAR + 1)), by);
    }
}
