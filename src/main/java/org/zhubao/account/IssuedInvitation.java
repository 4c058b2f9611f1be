package org.zhubao.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A one-time link that was given out, known by the hash of its token only. */
@Entity
@Table(name = "invitation")
class IssuedInvitation {

    @Id
    private String tokenHash;

    private long userId;
    private Instant expiresAt;
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected IssuedInvitation() {}

    IssuedInvitation(Token token, UserId user, Instant expiresAt) {
        this.tokenHash = token.hash();
        this.userId = user.value();
        this.expiresAt = expiresAt;
    }

    long userId() {
        return userId;
    }

    boolean isOpen(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    /** Closes it, because it was used or a newer one was given out. */
    void close(Instant now) {
        usedAt = now;
    }
}
