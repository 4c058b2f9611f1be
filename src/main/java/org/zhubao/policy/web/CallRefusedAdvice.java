package org.zhubao.policy.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a call that was refused by RFC 9457, with the stable code and, for a policy text, its problems by line. */
@RestControllerAdvice(assignableTypes = {PolicyTextCalls.class, DeterminationCalls.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class CallRefusedAdvice {

    private final MessageSource messages;

    CallRefusedAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail refused(CallRefused refused, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                refused.status(),
                messages.getMessage(
                        "policy.call." + refused.code(), refused.arguments().toArray(), locale));
        problem.setProperty("code", refused.code());
        if (!refused.problems().isEmpty()) {
            problem.setProperty("problems", lines(refused, locale));
        }
        return problem;
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentNotValidException.class})
    ProblemDetail notReadable(Locale locale) {
        return refused(new CallRefused(HttpStatus.BAD_REQUEST, "not-readable"), locale);
    }

    private List<PolicyTextCalls.ProblemLine> lines(CallRefused refused, Locale locale) {
        return refused.problems().stream()
                .map(p -> PolicyTextCalls.ProblemLine.of(p, messages, locale))
                .toList();
    }
}
