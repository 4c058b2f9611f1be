package org.zhubao.roster;

import java.util.UUID;

/** Holds the rows of a list, once they are stored, against what is on record. */
public interface RosterCrossCheck {

    /** Keeps what it finds beside the rows, in the transaction that reads the list; see {@link CrossFindings}. */
    void check(UUID roster);
}
