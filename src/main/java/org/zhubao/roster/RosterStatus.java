package org.zhubao.roster;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a roster batch stands. The moves allowed are one table; whatever is not in it is refused. */
public enum RosterStatus {
    /** Handed in; a job is reading and checking it. */
    READING,
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
    REPLACED,
    /** Not taken as a whole; nothing of its content was kept. */
    REFUSED,
    /** Given up by its sender while it was being read; nothing of its content was kept. */
    CANCELLED;

    private static final Map<RosterStatus, Set<RosterStatus>> MOVES = new EnumMap<>(Map.of(
            READING, EnumSet.of(CHECKED, REFUSED, CANCELLED),
            CHECKED, EnumSet.of(SUBMITTED, REPLACED),
            SUBMITTED, EnumSet.of(ACCEPTED, RETURNED),
            ACCEPTED, EnumSet.of(WITHDRAWN),
            RETURNED, EnumSet.noneOf(RosterStatus.class),
            WITHDRAWN, EnumSet.noneOf(RosterStatus.class),
            REPLACED, EnumSet.noneOf(RosterStatus.class),
            REFUSED, EnumSet.noneOf(RosterStatus.class),
            CANCELLED, EnumSet.noneOf(RosterStatus.class)));

    public boolean mayBecome(RosterStatus next) {
        return MOVES.get(this).contains(next);
    }

    /** Read, and nobody has decided upon it yet. */
    public boolean isOpen() {
        return this == CHECKED || this == SUBMITTED;
    }

    /** Whether its rows were read and kept. */
    public boolean isRead() {
        return this != READING && this != REFUSED && this != CANCELLED;
    }

    /** Given back or taken back: the department sends it once more, put right. */
    public boolean asksForAnother() {
        return this == RETURNED || this == WITHDRAWN;
    }

    public String messageKey() {
        return "roster.status." + name();
    }
}
