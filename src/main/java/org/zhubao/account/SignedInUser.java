package org.zhubao.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/** What Spring Security keeps of a user in the session; controllers take {@link CurrentUser} instead. */
public final class SignedInUser implements UserDetails, CredentialsContainer {

    private final CurrentUser current;
    private final boolean enabled;
    private final boolean unlocked;
    private @Nullable String passwordHash;

    SignedInUser(CurrentUser current, @Nullable String passwordHash, boolean enabled, boolean unlocked) {
        this.current = current;
        this.passwordHash = passwordHash;
        this.enabled = enabled;
        this.unlocked = unlocked;
    }

    /** Who sent the request at hand; empty while nobody is signed in. */
    public static Optional<CurrentUser> atWork() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser signedIn
                ? Optional.of(signedIn.current())
                : Optional.empty();
    }

    public CurrentUser current() {
        return current;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(current.role().authority()));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return current.username();
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public boolean isAccountNonLocked() {
        return unlocked;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    /** The same user in another session is the same principal, so that all their sessions can be ended. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SignedInUser that && that.current.id() == current.id();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(current.id());
    }
}
