package org.zhubao.settlement;

/** Why the ledger has an entry. The words of the lines' remarks are the forms' own and are never translated. */
public enum EntryCause {
    /** Recognised, and charged for the first time. */
    RECOGNISED(""),
    /** Dead before the cover began. */
    DEATH("待遇开始前死亡"),
    /** No longer recognised before the cover began. */
    REMOVAL("待遇开始前取消认定"),
    /** Another determination holds now, and the notice says that the difference follows. */
    DETERMINED_ANEW(""),
    /** The reconciliation found that no fund bears this: not enrolled, enrolled elsewhere, as an employee. */
    NOT_CHARGEABLE("对账不应列支"),
    /** Other funds bear it by now: of two that pay for one person one has to give back, whatever else follows. */
    BORNE_BY_OTHERS("已由其他资金承担"),
    /** The reconciliation found another tier than the one charged. */
    OTHER_TIER("参保档次不同"),
    /** The fund had paid an advance, and what is due is known now. */
    ADVANCE_SETTLED(""),
    /** The rules left it open, and two persons decided. */
    DECIDED("按个案决定"),
    /** The sheet was taken back. */
    SHEET_VOID(""),
    /** Finance paid. */
    PAID("");

    private final String remark;

    EntryCause(String remark) {
        this.remark = remark;
    }

    String remark() {
        return remark;
    }

    public String messageKey() {
        return "settlement.cause." + name();
    }
}
