package org.zhubao.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What becomes of a roster once the bureau takes it. What keeps them implements it, so that rosters flow one way and know
 * nothing of what lies behind; {@link RosterReceptions} finds the one for a kind.
 */
public interface RosterReception {

    /** Whether rosters of this kind are for this part of the product; each kind is for one. */
    boolean receives(RosterKind kind);

    /** What acceptance would change, against what the register holds now. Changes nothing. */
    Preview preview(UUID rosterId);

    /** The people behind one number of the preview, by township and name; at most {@code limit}. */
    List<PreviewLine> people(UUID rosterId, Change change, int limit);

    /** Brings the roster into the register, in the caller's transaction, which no other of the same department runs beside. */
    void receive(UUID rosterId, Instant knownFrom);

    /** A roster held against the register, in a transaction that may go on to bring it in. */
    interface Comparison {

        /** As {@link RosterReception#preview} says it. */
        Preview preview();

        /** As {@link RosterReception#receive} does it. */
        void receive(Instant knownFrom);
    }

    /** For whoever brings the roster in only after a look at what that changes: where it takes long, it is compared once. */
    default Comparison compare(UUID rosterId) {
        return new Comparison() {
            @Override
            public Preview preview() {
                return RosterReception.this.preview(rosterId);
            }

            @Override
            public void receive(Instant knownFrom) {
                RosterReception.this.receive(rosterId, knownFrom);
            }
        };
    }

    /**
     * Takes the roster out of the register again, in the caller's transaction: from now on it is known that its claims do
     * not hold, and that those it ended do. What was known in between stays known.
     */
    void takeBack(UUID rosterId, Instant at);
}
