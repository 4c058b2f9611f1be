package org.zhubao.account.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhubao.account.Role;
import org.zhubao.account.User;
import org.zhubao.division.Department;

/** A line of the list of users. @param enrolled whether an authenticator is asked for a code when they sign in */
record UserRow(User user, List<Place> places, State state, boolean enrolled) {

    /** One membership in words. @param name of the scope, null for everywhere */
    record Place(Role role, @Nullable String name, @Nullable Department department) {}

    /** Whether somebody can sign in, and if not, why. */
    enum State {
        ACTIVE("active", "ok"),
        INVITED("invited", "acc"),
        LOCKED("locked", "warn"),
        DISABLED("disabled", "");

        private final String code;
        private final String tag;

        State(String code, String tag) {
            this.code = code;
            this.tag = tag;
        }

        public String code() {
            return code;
        }

        public String tag() {
            return tag;
        }

        static State of(User user, Instant now) {
            if (!user.enabled()) {
                return DISABLED;
            }
            if (user.invited()) {
                return INVITED;
            }
            Instant until = user.lockedUntil();
            return until != null && now.isBefore(until) ? LOCKED : ACTIVE;
        }
    }
}
