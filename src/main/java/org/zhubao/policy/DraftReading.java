package org.zhubao.policy;

import java.util.List;
import java.util.Optional;
import org.zhubao.rules.Policy;

/**
 * What a text says for each benefit year it speaks of.
 *
 * @param policies one for each year, empty when there are problems
 * @param problems of all years, by line
 */
public record DraftReading(List<Policy> policies, List<PolicyProblem> problems) {

    public DraftReading {
        policies = List.copyOf(policies);
        problems = List.copyOf(problems);
    }

    public boolean isSound() {
        return problems.isEmpty() && !policies.isEmpty();
    }

    /** For a year, or for the first one it speaks of where it does not speak of that. */
    public Optional<Policy> of(int benefitYear) {
        return policies.stream()
                .filter(p -> p.benefitYear() == benefitYear)
                .findFirst()
                .or(() -> policies.stream().findFirst());
    }
}
