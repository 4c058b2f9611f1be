package org.zhubao.roster;

import java.util.UUID;

/** What can be done about a list between its being read and its being accepted, while nobody waits for it. */
public interface RosterFollowUp {

    /** May be called again for the same list, and need not succeed: acceptance does what is missing. */
    void prepare(UUID roster);
}
