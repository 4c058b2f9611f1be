package org.zhubao.account;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationFailureDisabledEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;

/**
 * Finds who wants to sign in, counts the failures in their row, and puts on record what came of it. A name that is
 * nobody's is not written down: it may be a password typed into the wrong field.
 */
@Component
@Transactional
class SigningIn implements UserDetailsService {

    private final Users users;
    private final FailedSignIns failures;
    private final AuditTrail trail;
    private final Clock clock;

    SigningIn(Users users, FailedSignIns failures, AuditTrail trail, Clock clock) {
        this.users = users;
        this.failures = failures;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        return users.findByUsername(username)
                .map(user -> user.signingIn(clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }

    @EventListener
    public void failed(AuthenticationFailureBadCredentialsEvent event) {
        Optional<AppUser> known =
                users.findForCounting(event.getAuthentication().getName());
        known.ifPresent(failures::count);
        recordFailure(known, "password");
    }

    @EventListener
    public void refused(AuthenticationFailureLockedEvent event) {
        recordFailure(users.findByUsername(event.getAuthentication().getName()), "locked");
    }

    @EventListener
    public void refused(AuthenticationFailureDisabledEvent event) {
        recordFailure(users.findByUsername(event.getAuthentication().getName()), "disabled");
    }

    private void recordFailure(Optional<AppUser> known, String reason) {
        known.ifPresentOrElse(
                user -> failures.record(user, reason),
                () -> trail.record(
                        AuditEvent.of(Action.SIGN_IN_FAILED, "", "user").by("").with("reason", reason)));
    }

    /** The right password alone forgets no failures where a code is still to come. */
    @EventListener
    public void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInUser signedIn) {
            users.findForCounting(signedIn.getUsername()).ifPresent(user -> {
                user.signedIn();
                trail.record(user.ownEvent(Action.SIGNED_IN));
            });
        }
    }

    @EventListener
    public void leaving(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInUser signedIn) {
            users.findByUsername(signedIn.getUsername())
                    .ifPresent(user -> trail.record(user.event(Action.SIGNED_OUT)
                            .by(user.username(), signedIn.current().role().name())));
        }
    }
}
