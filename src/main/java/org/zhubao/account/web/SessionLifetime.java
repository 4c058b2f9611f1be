package org.zhubao.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhubao.account.SignedInUser;
import org.zhubao.account.UnfinishedSignIn;

/** Ends what has lasted too long, however busy: a session after twelve hours, a sign-in that stays unfinished after ten minutes. */
class SessionLifetime extends OncePerRequestFilter {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    private static final Duration LONGEST_SIGN_IN = Duration.ofMinutes(10);

    private final RequestMatcher open;
    private final SignInEntryPoint signIn;
    private final Clock clock;

    /** @param open the addresses that are the same with and without a session */
    SessionLifetime(RequestMatcher open, SignInEntryPoint signIn, Clock clock) {
        this.open = open;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && isOver(authentication.getPrincipal())) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            signIn.sendAway(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOver(Object principal) {
        if (principal instanceof SignedInUser user) {
            return hasPassed(user.since(), LONGEST_SESSION);
        }
        return principal instanceof UnfinishedSignIn signIn && hasPassed(signIn.since(), LONGEST_SIGN_IN);
    }

    private boolean hasPassed(Instant since, Duration longest) {
        return !clock.instant().isBefore(since.plus(longest));
    }
}
