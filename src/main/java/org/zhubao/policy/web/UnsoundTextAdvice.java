package org.zhubao.policy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhubao.site.Problems;
import org.zhubao.site.Refusal;

/** Answers a policy text with problems by each of them, with its line. */
@RestControllerAdvice
class UnsoundTextAdvice {

    private final Problems problems;
    private final MessageSource messages;

    UnsoundTextAdvice(Problems problems, MessageSource messages) {
        this.problems = problems;
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail unsound(UnsoundText text, HttpServletRequest request, Locale locale) {
        int count = text.problems().size();
        ProblemDetail problem =
                problems.of(new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "policy.unsound-text", count), request);
        problem.setProperty(
                "problems",
                text.problems().stream()
                        .map(p -> ProblemLine.of(p, messages, locale))
                        .toList());
        return problem;
    }
}
