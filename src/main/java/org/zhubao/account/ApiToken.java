package org.zhubao.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token of the HTTP interface as its user and the administration see it; the secret itself is kept nowhere.
 *
 * @param name what it is for, in the user's words
 * @param acting the user's membership it acts in, narrowed to the token's scope
 * @param revokedAt null while nobody has withdrawn it
 */
public record ApiToken(
        long id,
        UserId user,
        String name,
        Membership acting,
        String issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public boolean isValidAt(Instant moment) {
        return revokedAt == null && moment.isBefore(expiresAt);
    }
}
