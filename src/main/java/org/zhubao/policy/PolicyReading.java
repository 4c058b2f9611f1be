package org.zhubao.policy;

import java.util.List;
import java.util.Optional;
import org.zhubao.rules.Policy;

/**
 * What came of reading a policy text.
 *
 * @param policy empty when there are problems
 * @param problems all of them, by line
 */
public record PolicyReading(Optional<Policy> policy, List<PolicyProblem> problems) {

    public PolicyReading {
        problems = List.copyOf(problems);
    }
}
