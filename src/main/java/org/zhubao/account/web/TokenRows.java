package org.zhubao.account.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhubao.account.ApiToken;
import org.zhubao.account.ApiTokens;
import org.zhubao.account.UserId;

/** The tokens of a user as pages list them. */
@Component
class TokenRows {

    private final ApiTokens tokens;
    private final ScopeChoice scopes;
    private final Clock clock;

    TokenRows(ApiTokens tokens, ScopeChoice scopes, Clock clock) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * A line of the list.
     *
     * @param place name of the scope, null for everywhere
     * @param lastDay the last on which it works
     */
    record Row(ApiToken token, @Nullable String place, LocalDate lastDay, boolean valid) {}

    List<Row> of(UserId user) {
        return tokens.of(user).stream().map(this::row).toList();
    }

    private Row row(ApiToken token) {
        return new Row(
                token,
                scopes.nameOf(token.acting().scope()).orElse(null),
                LocalDate.ofInstant(token.expiresAt().minusNanos(1), clock.getZone()),
                token.isValidAt(clock.instant()));
    }
}
