package org.zhubao.policy.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.zhubao.policy.PolicyProblem;

/**
 * One mistake in a policy text, as calls answer it.
 *
 * @param line and column count from 1
 * @param code stable; see {@link PolicyProblem}
 */
record ProblemLine(int line, int column, String code, String message) {

    static ProblemLine of(PolicyProblem problem, MessageSource messages, Locale locale) {
        String message =
                messages.getMessage(problem.messageKey(), problem.args().toArray(), locale);
        return new ProblemLine(problem.line(), problem.column(), problem.code(), message);
    }
}
