package org.zhubao.policy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a drafted policy stands. The moves allowed are one table; whatever is not in it is refused. */
public enum DraftStatus {
    /** Being written. */
    DRAFT,
    /** Proved as it stands; any change of the text makes it a draft again. */
    PROVED,
    /** A second person looks at it. */
    SUBMITTED,
    /** In force; never changed again. */
    PUBLISHED,
    /** Sent back to the author with a reason. */
    RETURNED;

    private static final Map<DraftStatus, Set<DraftStatus>> MOVES = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(DRAFT, PROVED),
            PROVED, EnumSet.of(DRAFT, PROVED, SUBMITTED),
            SUBMITTED, EnumSet.of(PUBLISHED, RETURNED),
            PUBLISHED, EnumSet.noneOf(DraftStatus.class),
            RETURNED, EnumSet.of(DRAFT, PROVED)));

    public boolean mayBecome(DraftStatus next) {
        return MOVES.get(this).contains(next);
    }

    /** Whether the text may still be written at. */
    public boolean isOpen() {
        return mayBecome(DRAFT);
    }

    public String messageKey() {
        return "policy.draft.status." + name();
    }
}
