package org.zhubao.account;

import java.time.Instant;

/**
 * A token to be issued.
 *
 * @param acting one of the user's memberships, its scope as it is or narrower
 */
public record NewApiToken(UserId user, String name, Membership acting, Instant expiresAt) {

    private static final int LONGEST_NAME = 60;

    public NewApiToken {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("not a name: " + name);
        }
    }
}
