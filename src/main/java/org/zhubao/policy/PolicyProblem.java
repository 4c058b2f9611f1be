package org.zhubao.policy;

import java.util.List;

/**
 * What is wrong with a policy text, and where.
 *
 * @param line and column count from 1
 * @param code stable; the sentence that says what to do is the message {@code policy.problem.<code>}
 * @param args of that message
 */
public record PolicyProblem(int line, int column, String code, List<String> args) {

    public PolicyProblem {
        args = List.copyOf(args);
    }

    public String messageKey() {
        return "policy.problem." + code;
    }
}
