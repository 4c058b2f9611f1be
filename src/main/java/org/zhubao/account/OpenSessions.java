package org.zhubao.account;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** The sessions in which users are working right now. */
@Component
class OpenSessions {

    private final SessionRegistry registry;

    OpenSessions(SessionRegistry registry) {
        this.registry = registry;
    }

    /** The next click in any of them leads to the sign-in page. */
    void endAllOf(UserId user) {
        registry.getAllPrincipals().stream()
                .filter(p ->
                        p instanceof SignedInUser signedIn && signedIn.current().id() == user.value())
                .flatMap(p -> registry.getAllSessions(p, false).stream())
                .forEach(SessionInformation::expireNow);
    }
}
