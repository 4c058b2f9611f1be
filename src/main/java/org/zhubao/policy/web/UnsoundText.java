package org.zhubao.policy.web;

import java.util.List;
import org.zhubao.policy.PolicyProblem;
import org.zhubao.policy.PolicyReading;
import org.zhubao.rules.Policy;

/** A call needs a policy, and its text has problems. */
final class UnsoundText extends RuntimeException {

    private final List<PolicyProblem> problems;

    private UnsoundText(List<PolicyProblem> problems) {
        super(problems.size() + " problems");
        this.problems = problems;
    }

    /** The policy that was read, if there is one. */
    static Policy orElseThrow(PolicyReading reading) {
        return reading.policy().orElseThrow(() -> new UnsoundText(reading.problems()));
    }

    List<PolicyProblem> problems() {
        return problems;
    }
}
