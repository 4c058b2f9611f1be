package org.zhubao.roster;

import java.util.UUID;

/** What may stand in the way of a withdrawal. Whatever pays by the register implements it. */
public interface RosterDependants {

    /**
     * Whether something that cannot be undone rests on an accepted roster. From the answer to the end of the caller's
     * transaction it stays so.
     */
    boolean restOn(UUID rosterId);
}
