package org.zhubao.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhubao.division.Scope;

/**
 * A user as the administration sees them.
 *
 * @param invited no password chosen yet
 * @param lockedUntil after too many failures; may lie in the past
 */
public record User(
        UserId id,
        String username,
        String displayName,
        List<Membership> memberships,
        boolean enabled,
        boolean invited,
        @Nullable Instant lockedUntil) {

    /** Whether somebody who administers this scope may administer this user: all of them lies within it. */
    public boolean isWithin(Scope scope) {
        return memberships.stream().allMatch(m -> scope.covers(m.scope().prefix()));
    }

    /** Whether the user is that, for all of its scope. */
    boolean is(Membership acting) {
        return memberships.stream()
                .anyMatch(m -> m.role() == acting.role()
                        && m.department() == acting.department()
                        && m.scope().covers(acting.scope().prefix()));
    }
}
