package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.zhubao.support.SettableClock;

class RateLimitTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2024-12-20T02:00:00Z"));
    private final RateLimit filter =
            new RateLimit(limit("/sign-in", new FixedWindow(3, clock)), limit("/rosters", new FixedWindow(1, clock)));

    @Test
    void theFourthTryInAMinuteIsToldWhenToComeBack() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(send("POST", "/sign-in", "10.0.0.1").getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse refused = send("POST", "/sign-in", "10.0.0.1");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
    }

    @Test
    void eachThingHasItsOwnLimitAndReadingHasNone() throws Exception {
        send("POST", "/rosters", "10.0.0.1");

        assertThat(send("POST", "/rosters", "10.0.0.1").getStatus()).isEqualTo(429);
        assertThat(send("POST", "/sign-in", "10.0.0.1").getStatus()).isEqualTo(200);
        assertThat(send("GET", "/rosters", "10.0.0.1").getStatus()).isEqualTo(200);
    }

    @Test
    void aProgramIsToldInItsOwnWay() throws Exception {
        RateLimit ofPrograms = new RateLimit(
                (request, response) -> response.setStatus(429), limit("/api/v1/rosters", new FixedWindow(0, clock)));
        MockHttpServletRequest upload = new MockHttpServletRequest("POST", "/api/v1/rosters");
        MockHttpServletResponse refused = new MockHttpServletResponse();
        ofPrograms.doFilter(upload, refused, new MockFilterChain());

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getErrorMessage()).isNull();
        assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
    }

    private MockHttpServletResponse send(String method, String path, String from) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(from);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static RateLimit.Limit limit(String path, FixedWindow window) {
        return new RateLimit.Limit(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path), window);
    }
}
