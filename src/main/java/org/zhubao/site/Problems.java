package org.zhubao.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers programs with what went wrong as {@code application/problem+json} (RFC 9457): {@code type}, {@code title},
 * {@code status}, {@code detail} in the language asked for, and the stable {@code code} of the refusal.
 */
@Component
public class Problems {

    private static final String TYPE = "urn:zhubao:problem:";

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Problems(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** The problem behind a refusal; what to do about it follows what happened. */
    public ProblemDetail of(Refusal refusal, HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        Object[] arguments = refusal.arguments().toArray();
        String what = messages.getMessage(refusal.messageKey(), arguments, locale);
        String todo = messages.getMessage(refusal.messageKey() + ".todo", arguments, "", locale);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), (what + "\n" + todo).strip());
        problem.setType(URI.create(TYPE + refusal.code()));
        problem.setTitle(messages.getMessage("error.title." + group(refusal.status()), null, locale));
        problem.setProperty("code", refusal.code());
        return problem;
    }

    public void answer(HttpServletResponse response, ProblemDetail problem) throws IOException {
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** As above, for a refusal outside any controller. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        answer(response, of(refusal, request));
    }

    private static int group(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT -> status.value();
            default -> status.is5xxServerError() ? 500 : 400;
        };
    }
}
