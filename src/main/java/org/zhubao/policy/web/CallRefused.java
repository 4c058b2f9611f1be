package org.zhubao.policy.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.zhubao.policy.PolicyProblem;

/** A call that cannot be answered. Its words are the message {@code policy.call.<code>}. */
final class CallRefused extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final List<Object> arguments;
    private final List<PolicyProblem> problems;

    CallRefused(HttpStatus status, String code, Object... arguments) {
        this(status, code, List.of(), arguments);
    }

    private CallRefused(HttpStatus status, String code, List<PolicyProblem> problems, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
        this.problems = problems;
    }

    /** The policy text has problems (422). */
    static CallRefused unsound(List<PolicyProblem> problems) {
        return new CallRefused(HttpStatus.UNPROCESSABLE_CONTENT, "text-has-problems", problems, problems.size());
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    List<Object> arguments() {
        return arguments;
    }

    List<PolicyProblem> problems() {
        return problems;
    }
}
