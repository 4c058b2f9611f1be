package org.zhubao.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhubao.rules.Policy;

/**
 * What came of reading a policy text.
 *
 * @param policy empty when the text cannot be understood. It is there, but must not be published, while values are open
 *     or quotes do not stand in the notice: then whoever is concerned goes to review.
 * @param problems all of them, by line
 */
public record PolicyReading(Optional<Policy> policy, List<PolicyProblem> problems) {

    /** The problems that leave a policy to look at, and to complete. */
    public static final Set<String> PENDING = Set.of("value-open", "quote-not-found");

    public PolicyReading {
        problems = List.copyOf(problems);
    }

    /** Whether the text may be published. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /** The names of the values that nobody has filled in. */
    public List<String> openValues() {
        return problems.stream()
                .filter(p -> p.code().equals("value-open"))
                .map(p -> p.args().get(0))
                .toList();
    }
}
