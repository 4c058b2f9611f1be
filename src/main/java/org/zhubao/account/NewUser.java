package org.zhubao.account;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A user to be created, still without a password.
 *
 * @param username lower-case letters, digits, dot, hyphen, underscore; 2 to 32
 * @param memberships at least one; the first is the one they act in
 */
public record NewUser(String username, String displayName, List<Membership> memberships) {

    public static final String USERNAME = "[a-z0-9][a-z0-9._-]{1,31}";

    private static final Pattern USERNAMES = Pattern.compile(USERNAME);

    public NewUser {
        memberships = List.copyOf(memberships);
        if (!USERNAMES.matcher(username).matches() || displayName.isBlank() || memberships.isEmpty()) {
            throw new IllegalArgumentException("not a user: " + username + ", " + displayName + ", " + memberships);
        }
        if (!Duty.isOne(memberships)) {
            throw new IllegalArgumentException("duties that are kept apart: " + memberships);
        }
    }
}
