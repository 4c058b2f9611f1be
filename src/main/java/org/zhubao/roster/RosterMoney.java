package org.zhubao.roster;

import java.util.Optional;

/**
 * Foresees what a roster would change in yuan. Whatever decides on subsidies implements it, so that rosters know nothing
 * of what lies behind.
 */
public interface RosterMoney {

    /**
     * Decides twice on whoever the roster touches: by the register as it is, and as if the roster were accepted now.
     * Nothing of it stays. It shows sums over what all departments say: not for a department's eyes.
     *
     * @param roster neither accepted nor returned yet
     * @return empty where no policy of the county and year is published, or the list names no identities
     */
    Optional<MoneyChange> foresee(RosterSummary roster);
}
