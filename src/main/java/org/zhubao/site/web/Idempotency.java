package org.zhubao.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.zhubao.site.Api;
import org.zhubao.site.Problems;
import org.zhubao.site.Refusal;
import org.zhubao.site.web.RepeatedRequests.Key;

/**
 * Lets a program send a POST again after it lost the answer: with the same {@code Idempotency-Key} it gets the same
 * answer, and what it asked for is done once. Stands behind the sign-in, because keys belong to users.
 */
@Component
@Order(Idempotency.BEHIND_SIGN_IN)
class Idempotency extends OncePerRequestFilter {

    static final int BEHIND_SIGN_IN = 0;

    private static final String HEADER = "Idempotency-Key";

    private final RepeatedRequests requests;
    private final Problems problems;

    Idempotency(RepeatedRequests requests, Problems problems) {
        this.requests = requests;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Api.isAskedBy(request)
                || !HttpMethod.POST.matches(request.getMethod())
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        Key key = new Key(request.getRemoteUser(), request.getHeader(HEADER));
        try {
            if (!key.text().matches("[!-~]{1,255}")) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "idempotency-key-wrong");
            }
            Optional<HashedRequest> hashed = HashedRequest.of(request);
            if (hashed.isEmpty()) {
                rest.doFilter(request, response);
                return;
            }
            Optional<KeptAnswer> earlier = requests.take(key, hashed.get().hash());
            if (earlier.isPresent()) {
                earlier.get().repeat(response);
            } else {
                carryOut(key, hashed.get(), response, rest);
            }
        } catch (Refusal refusal) {
            problems.answer(request, response, refusal);
        }
    }

    private void carryOut(Key key, HashedRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        try {
            rest.doFilter(request, kept);
        } catch (ServletException | IOException | RuntimeException e) {
            requests.release(key);
            throw e;
        }
        requests.settle(key, KeptAnswer.of(kept));
        kept.copyBodyToResponse();
    }
}
