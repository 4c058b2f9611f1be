package org.zhubao.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What becomes of a roster once the bureau takes it. The register implements it, so that rosters flow one way and know
 * nothing of what lies behind.
 */
public interface RosterReception {

    /** What acceptance would change, against what the register holds now. Changes nothing. */
    Preview preview(UUID rosterId);

    /** The people behind one number of the preview, by township and name; at most {@code limit}. */
    List<PreviewLine> people(UUID rosterId, Change change, int limit);

    /** Brings the roster into the register, in the caller's transaction. */
    void receive(UUID rosterId, Instant knownFrom);
}
