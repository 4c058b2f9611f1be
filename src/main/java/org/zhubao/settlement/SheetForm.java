package org.zhubao.settlement;

/** The printed form a settlement sheet takes. */
public enum SheetForm {
    /** The annex of 攀残规〔2024〕1号: the federation's people, with the medical assistance fund's share beside them. */
    FEDERATION_ANNEX,
    /** The usual form where the notice prescribes none: one fund, subtotals by township, total in capitals. */
    GENERAL
}
