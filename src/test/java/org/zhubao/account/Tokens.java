package org.zhubao.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Tokens of users made for one test. */
@TestComponent
public class Tokens {

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Clock clock;

    Tokens(Accounts accounts, ApiTokens tokens, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The secret of a new user's token, valid for a day. */
    public String of(Role role, String prefix) {
        return of(Membership.of(role, prefix));
    }

    public String of(Membership membership) {
        String username = "t-" + UUID.randomUUID().toString().substring(0, 12);
        UserId user = accounts.create(new NewUser(username, "Test", List.of(membership)));
        return tokens.issue(
                new NewApiToken(user, "test", membership, clock.instant().plus(Duration.ofDays(1))));
    }
}
