package org.zhubao.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody whose password was right but of whom more is asked. Not a {@link SignedInUser}, so that nothing takes them
 * for being at work.
 *
 * @param since when the password was right
 */
public record UnfinishedSignIn(String username, Step step, Instant since)
        implements AuthenticatedPrincipal, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return username;
    }

    public List<GrantedAuthority> authorities() {
        return List.of(new SimpleGrantedAuthority(step.authority()));
    }
}
