package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.zhubao.account.SignInSteps;

/** How long the answer takes must not tell who exists: every refusal compares exactly one hash. */
class SameWorkTests {

    private final AtomicInteger compared = new AtomicInteger();
    private final UserDetailsService users = mock(UserDetailsService.class);
    private final StepwiseAuthentication authentication = new StepwiseAuthentication(
            users,
            new DelegatingPasswordEncoder("counted", Map.of("counted", new CountedComparisons())),
            mock(SignInSteps.class));

    @Test
    void anUnknownUserCostsAsMuchAsAWrongPassword() {
        user("known", "{counted}right", true, true);
        when(users.loadUserByUsername("unknown")).thenThrow(new UsernameNotFoundException("no such user"));

        assertThat(workFor("known")).isEqualTo(1);
        assertThat(workFor("unknown")).isEqualTo(1);
    }

    @Test
    void soDoWhoIsLockedOrDisabledOrStillInvited() {
        user("locked", "{counted}right", true, false);
        user("disabled", "{counted}right", false, true);
        user("invited", null, false, true);

        assertThat(workFor("locked")).isEqualTo(1);
        assertThat(workFor("disabled")).isEqualTo(1);
        assertThat(workFor("invited")).isEqualTo(1);
    }

    private int workFor(String username) {
        compared.set(0);
        assertThatThrownBy(() -> authentication.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(username, "wrong")))
                .isInstanceOf(AuthenticationException.class);
        return compared.get();
    }

    private void user(String username, @Nullable String hash, boolean enabled, boolean unlocked) {
        UserDetails user = mock(UserDetails.class);
        when(user.getUsername()).thenReturn(username);
        when(user.getPassword()).thenReturn(hash);
        when(user.isEnabled()).thenReturn(enabled);
        when(user.isAccountNonLocked()).thenReturn(unlocked);
        when(user.isAccountNonExpired()).thenReturn(true);
        when(user.isCredentialsNonExpired()).thenReturn(true);
        when(users.loadUserByUsername(username)).thenReturn(user);
    }

    private class CountedComparisons implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence password) {
            return String.valueOf(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            compared.incrementAndGet();
            return String.valueOf(password).equals(hash);
        }
    }
}
