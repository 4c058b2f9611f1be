package org.zhubao.roster;

import java.util.Set;
import java.util.UUID;

/** Holds the rows of a list, once they are stored, against what is on record. */
public interface RosterCrossCheck {

    /**
     * Keeps what it finds beside the rows, in the transaction that reads the list; see {@link CrossFindings}.
     *
     * @param columns that the list has: what none of them says need not be looked for
     */
    void check(UUID roster, Set<Column> columns);
}
