package org.zhubao.account;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A token that was given out, known by the hash of its secret only. None is deleted: who used what stays known. Nothing
 * but its end may be written later, which the database holds it to.
 */
@Entity
@DynamicUpdate
@Table(name = "api_token")
class IssuedApiToken {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String tokenHash;
    private long userId;
    private String name;

    @Embedded
    private MembershipRow acting;

    private String issuedBy;
    private Instant issuedAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected IssuedApiToken() {}

    IssuedApiToken(Token secret, NewApiToken token, String by, Instant at) {
        this.tokenHash = secret.hash();
        this.userId = token.user().value();
        this.name = token.name();
        this.acting = MembershipRow.of(token.acting());
        this.issuedBy = by;
        this.issuedAt = at;
        this.expiresAt = token.expiresAt();
    }

    void revoke(Instant at) {
        revokedAt = revokedAt == null ? at : revokedAt;
    }

    ApiToken token() {
        if (id == null) {
            throw new IllegalStateException("not stored yet: " + name);
        }
        return new ApiToken(
                id, new UserId(userId), name, acting.membership(), issuedBy, issuedAt, expiresAt, revokedAt);
    }
}
