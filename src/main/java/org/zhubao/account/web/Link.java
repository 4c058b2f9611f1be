package org.zhubao.account.web;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhubao.account.Invitation;

/** A one-time link as it is shown, once: in the answer itself, because a session is stored and the link is a secret. */
record Link(String displayName, String address, LocalDateTime expires) {

    static Link of(Invitation invitation, String displayName, ZoneId zone) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(invitation.path())
                .toUriString();
        return new Link(displayName, address, LocalDateTime.ofInstant(invitation.expiresAt(), zone));
    }

    @Override
    public String toString() {
        return "Link";
    }
}
