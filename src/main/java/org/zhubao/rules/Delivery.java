package org.zhubao.rules;

import java.util.Locale;

/** How a subsidy reaches the person. */
public enum Delivery {
    /** The tax bureau collects only what is left. */
    NET_AT_COLLECTION,
    /** A department declares and pays for its whole list. */
    PAID_BY_DEPARTMENT,
    /** The person pays all of it, and the subsidy goes to their card. */
    REIMBURSED,
    /** Cleared between offices once the collection is over. */
    CLEARED_AFTERWARDS;

    /** How a policy text names it: {@code net-at-collection}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String messageKey() {
        return "delivery." + word();
    }
}
