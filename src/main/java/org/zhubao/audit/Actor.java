package org.zhubao.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who is doing something, and from where.
 *
 * @param role name of the role, as {@code CLERK}; empty while nobody is signed in
 * @param address of the network; empty when no request is behind it
 */
record Actor(String who, String role, String address) {

    private static final String SYSTEM = "system";

    /** @param named who it is when known better than by the session; null for who is signed in */
    static Actor current(@Nullable String named) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = user != null && user.isAuthenticated() && !(user instanceof AnonymousAuthenticationToken);
        if (!signedIn) {
            return new Actor(named == null ? SYSTEM : named, "", networkAddress());
        }
        boolean themselves = named == null || named.equals(user.getName());
        return new Actor(themselves ? user.getName() : named, themselves ? role(user) : "", networkAddress());
    }

    private static String role(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .findFirst()
                .orElse("");
    }

    private static String networkAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
    }
}
