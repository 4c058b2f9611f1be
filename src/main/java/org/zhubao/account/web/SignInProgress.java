package org.zhubao.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.zhubao.account.SignInSteps;
import org.zhubao.account.SignedInUser;
import org.zhubao.account.UnfinishedSignIn;

/** Who the session belongs to, from step to step of signing in and from membership to membership. */
@Component
class SignInProgress extends SavedRequestAwareAuthenticationSuccessHandler {

    private final SignInSteps steps;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignInProgress(SignInSteps steps) {
        this.steps = steps;
    }

    /** To the page of the next step, or to where the user wanted to go. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof UnfinishedSignIn unfinished) {
            response.sendRedirect(request.getContextPath() + unfinished.step().path());
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }

    /** The step of the request at hand, when it is one of signing in; empty for somebody who is at work. */
    Optional<UnfinishedSignIn> current() {
        return authentication().getPrincipal() instanceof UnfinishedSignIn unfinished
                ? Optional.of(unfinished)
                : Optional.empty();
    }

    /** The step was taken: the session becomes another, and the answer leads on. */
    void advance(UnfinishedSignIn taken, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object details = authentication().getDetails();
        Optional<Authentication> next = steps.after(taken)
                .map(step -> StepwiseAuthentication.unfinished(step, details))
                .or(() -> steps.finish(taken).map(user -> signedIn(user, details)));
        if (next.isEmpty()) {
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/sign-in?failed");
            return;
        }
        request.changeSessionId();
        keep(next.get(), request, response);
        onAuthenticationSuccess(request, response, next.get());
    }

    /** The same session goes on with the user in another membership. */
    void goOnAs(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        keep(signedIn(user, authentication().getDetails()), request, response);
    }

    private void keep(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static Authentication authentication() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new IllegalStateException("nobody is signing in");
        }
        return authentication;
    }

    private static Authentication signedIn(SignedInUser user, Object details) {
        user.eraseCredentials();
        var token = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        token.setDetails(details);
        return token;
    }
}
