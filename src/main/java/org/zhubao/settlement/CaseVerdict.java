package org.zhubao.settlement;

/** What persons decide where the rules leave a difference open. */
public enum CaseVerdict {
    /** The next sheet charges the difference, or takes it back. */
    SETTLE,
    /** What was charged stays. */
    KEEP,
    /** The difference goes on to the next benefit year, whose sheet carries it. */
    NEXT_YEAR;

    /** Whether money moves, so that it takes two. */
    public boolean movesMoney() {
        return this != KEEP;
    }

    public String messageKey() {
        return "settlement.verdict." + name();
    }
}
