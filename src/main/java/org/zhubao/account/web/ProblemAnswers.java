package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.zhubao.site.Problems;
import org.zhubao.site.Refusal;

/** Tells programs that they are not signed in (401, RFC 6750) or may not do what they asked for (403). */
record ProblemAnswers(Problems problems) implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.answer(request, response, new Refusal(HttpStatus.UNAUTHORIZED, "token-missing"));
    }

    /** The token is none of ours, has expired or was withdrawn: which of them is nobody's business. */
    void refuseToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        problems.answer(request, response, new Refusal(HttpStatus.UNAUTHORIZED, "token-void"));
    }

    /** The address sends more than it may. */
    void refuseTooOften(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.answer(request, response, new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-often"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        problems.answer(request, response, Refusal.notAllowed());
    }
}
