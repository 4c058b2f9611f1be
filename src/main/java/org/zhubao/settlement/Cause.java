package org.zhubao.settlement;

/** Why the ledger has an entry. */
public enum Cause {
    /** Recognised, and charged for the first time. */
    RECOGNISED,
    /** Dead before the cover began. */
    DEATH,
    /** No longer recognised before the cover began. */
    REMOVAL,
    /** Another determination holds now, and the notice says that the difference follows. */
    DETERMINED_ANEW,
    /** The sheet was taken back. */
    SHEET_VOID,
    /** Finance paid. */
    PAID;

    public String messageKey() {
        return "settlement.cause." + name();
    }
}
