package org.zhubao.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets an address do certain things only so often, and tells it when to try again (429). */
class RateLimit extends OncePerRequestFilter {

    private final Answer tooOften;
    private final List<Limit> limits;

    /** With the page that says so. */
    RateLimit(Limit... limits) {
        this((request, response) -> response.sendError(HttpStatus.TOO_MANY_REQUESTS.value()), limits);
    }

    RateLimit(Answer tooOften, Limit... limits) {
        this.tooOften = tooOften;
        this.limits = List.of(limits);
    }

    /** Says that it was too often. */
    @FunctionalInterface
    interface Answer {
        void to(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** How often an address may send the requests that match. */
    record Limit(RequestMatcher requests, FixedWindow window) {

        boolean admits(HttpServletRequest request) {
            return !requests.matches(request) || window.admits(request.getRemoteAddr());
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limits.stream().allMatch(limit -> limit.admits(request))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(FixedWindow.LENGTH.toSeconds()));
            tooOften.to(request, response);
        }
    }
}
