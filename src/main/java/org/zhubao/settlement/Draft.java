package org.zhubao.settlement;

import java.util.UUID;

/**
 * What a fund would be charged if its sheet were frozen now: the people of the newest run whom no earlier sheet of this
 * fund and year has charged.
 *
 * @param settledBefore people of the run whom an earlier sheet charged
 */
public record Draft(
        String fund,
        String fundName,
        SheetForm form,
        String title,
        UUID runId,
        int persons,
        long totalFen,
        int settledBefore) {}
