package org.zhubao.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * What is kept of a user in the session, which is a row in the database and so holds no secret. Controllers take
 * {@link CurrentUser} instead.
 */
public final class SignedInUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final CurrentUser current;
    private final List<Membership> memberships;
    private final Instant since;
    private final boolean enabled;
    private final boolean unlocked;
    private transient @Nullable String passwordHash;

    /** @param since when the password was right: from then on the session may last its time */
    SignedInUser(
            CurrentUser current,
            List<Membership> memberships,
            Instant since,
            @Nullable String passwordHash,
            boolean enabled,
            boolean unlocked) {
        this.current = current;
        this.memberships = List.copyOf(memberships);
        this.since = since;
        this.passwordHash = passwordHash;
        this.enabled = enabled;
        this.unlocked = unlocked;
    }

    /** Who sent the request at hand; empty while nobody is signed in. */
    public static Optional<CurrentUser> atWork() {
        return inSession().map(SignedInUser::current);
    }

    /** The same with all that the session keeps of them. */
    public static Optional<SignedInUser> inSession() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    public CurrentUser current() {
        return current;
    }

    /** All that the user is; they act in one of them. */
    public List<Membership> memberships() {
        return memberships;
    }

    /** Which of the memberships they act in. */
    public int acting() {
        return memberships.indexOf(new Membership(current.role(), current.scope(), current.department()));
    }

    public Instant since() {
        return since;
    }

    /** The same user in another of their memberships. */
    public SignedInUser actingAs(Membership membership) {
        CurrentUser other = new CurrentUser(
                current.id(),
                current.username(),
                current.displayName(),
                membership.role(),
                membership.scope(),
                membership.department());
        return new SignedInUser(other, memberships, since, null, enabled, unlocked);
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
}
