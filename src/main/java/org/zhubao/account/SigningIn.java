package org.zhubao.account;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who wants to sign in, and counts the failures in their row. */
@Component
@Transactional
class SigningIn implements UserDetailsService {

    private final Users users;
    private final Clock clock;

    SigningIn(Users users, Clock clock) {
        this.users = users;
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
        users.findForCounting(event.getAuthentication().getName())
                .ifPresent(user -> user.signInFailed(clock.instant()));
    }

    @EventListener
    public void succeeded(AuthenticationSuccessEvent event) {
        users.findForCounting(event.getAuthentication().getName()).ifPresent(AppUser::signedIn);
    }
}
