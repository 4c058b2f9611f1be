package org.zhubao.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Fund;

/**
 * What a fund would be charged if its sheet were frozen now: whomever the newest run grants something and no sheet has
 * charged yet, and the differences of those whom one has.
 *
 * @param department code of the department whose fund it is; empty for a fund of its own
 * @param advance what the fund pays now of what is expected; null where it pays what is due
 * @param persons lines the sheet would have
 * @param differences how many of these are differences
 * @param totalFen what the fund would be charged; negative where more is taken back
 * @param settledBefore people whom earlier sheets charged
 * @param kept people whose subsidy changed after they were charged, and the notice leaves it at that
 * @param open the same where the notice is silent or the person is under review: a person decides
 */
public record Draft(
        String fund,
        String fundName,
        String department,
        SheetForm form,
        String title,
        UUID runId,
        Fund.@Nullable Advance advance,
        int persons,
        int differences,
        long totalFen,
        int settledBefore,
        int kept,
        int open) {

    public boolean takesBack() {
        return totalFen < 0;
    }

    public boolean chargesAnybody() {
        return persons > 0;
    }
}
