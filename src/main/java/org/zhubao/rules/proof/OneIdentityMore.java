package org.zhubao.rules.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;

/** Whether somebody would get more without one of their identities. */
final class OneIdentityMore implements Check {

    private final Policy policy;
    private final Map<List<Held>, Long> subsidies = new HashMap<>();

    OneIdentityMore(Policy policy) {
        this.policy = policy;
    }

    @Override
    public void look(Case person, Determination determination, Findings findings) {
        long subsidy = Results.subsidy(determination);
        subsidies.put(person.facts().held(), subsidy);
        if (subsidy == Results.OPEN) {
            return;
        }
        for (Held one : person.facts().held()) {
            if (subsidies.getOrDefault(person.without(one).held(), Results.OPEN) > subsidy) {
                findings.add(finding(person, determination, one));
            }
        }
    }

    private Finding finding(Case person, Determination with, Held one) {
        Finding.Result less = Results.of(with);
        Finding.Result more = Results.of(policy.determine(person.without(one)));
        return new Finding(
                Finding.Kind.INVERTED,
                Stream.concat(Stream.of(one.identity()), more.identities().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                person.facts(),
                List.of(less, more),
                with.trace().decidedBy().stream()
                        .filter(id -> !less.basis().contains(id))
                        .toList(),
                person.weight());
    }
}
