package org.zhubao.account.web;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.SignedInUser;

/** Who sent the request. */
final class AtWork {

    private AtWork() {}

    /** Empty while nobody is signed in. */
    static Optional<CurrentUser> user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser signedIn
                ? Optional.of(signedIn.current())
                : Optional.empty();
    }
}
