package org.zhubao.account;

import java.util.List;

/** The three duties that 等保 keeps apart: who manages accounts, who watches, and who does the office's work. */
enum Duty {
    ADMINISTRATION,
    AUDIT,
    BUSINESS;

    /** Whether all of somebody's memberships belong to one duty. */
    static boolean isOne(List<Membership> memberships) {
        return memberships.stream().map(m -> m.role().duty()).distinct().count() <= 1;
    }
}
