package org.zhubao.settlement;

/** What an entry of the ledger is. The words of the lines' remarks are the forms' own and are never translated. */
public enum EntryKind {
    /** A fund bears its share of somebody's premium for the first time, or again after all of it was taken back. */
    CHARGE(""),
    /** The same for who had paid in full before the tax bureau was told: the money goes to the person. */
    POST_PAYMENT("事后资助"),
    /** More than was charged before, for the person's account. */
    TOP_UP("补差"),
    /** More than was charged before, because what the person paid is given back. */
    REFUND("退费"),
    /** Less than was charged before. */
    DEDUCTION("核减"),
    /** A share of what is expected, before anybody knows what will be due. */
    ADVANCE("预拨"),
    /** What is really due, less the advance. */
    TRUE_UP("清算"),
    /** What was found in the year before, too late for that year. */
    CARRIED("上年结转"),
    /** The subsidy is the same, and other funds bear it. */
    SHIFT("调整资金渠道"),
    /** An entry of a sheet that is void, the other way round. */
    REVERSAL(""),
    /** A fund paid a sheet. */
    PAYMENT("");

    private final String remark;

    EntryKind(String remark) {
        this.remark = remark;
    }

    String remark() {
        return remark;
    }

    public String messageKey() {
        return "settlement.entry." + name();
    }
}
