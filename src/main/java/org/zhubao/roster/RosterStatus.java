package org.zhubao.roster;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a roster batch stands. The moves allowed are one table; whatever is not in it is refused. */
public enum RosterStatus {
    /** Read and checked; the department looks at the findings. */
    CHECKED,
    /** The department vouches for it; the bureau looks at what it would change. */
    SUBMITTED,
    /** In the register. */
    ACCEPTED,
    /** Sent back to the department with a reason. */
    RETURNED,
    /** Taken back out of the register. */
    WITHDRAWN,
    /** Read again after the department said what its own words mean. */
    REPLACED;

    private static final Map<RosterStatus, Set<RosterStatus>> MOVES = new EnumMap<>(Map.of(
            CHECKED, EnumSet.of(SUBMITTED, REPLACED),
            SUBMITTED, EnumSet.of(ACCEPTED, RETURNED),
            ACCEPTED, EnumSet.of(WITHDRAWN),
            RETURNED, EnumSet.noneOf(RosterStatus.class),
            WITHDRAWN, EnumSet.noneOf(RosterStatus.class),
            REPLACED, EnumSet.noneOf(RosterStatus.class)));

    public boolean mayBecome(RosterStatus next) {
        return MOVES.get(this).contains(next);
    }

    public boolean isDecided() {
        return this != CHECKED && this != SUBMITTED;
    }

    public String messageKey() {
        return "roster.status." + name();
    }
}
