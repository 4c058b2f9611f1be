package org.zhubao.roster;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What accepting a roster would change in the subsidies of its year, in fen.
 *
 * @param all everybody the roster touches
 * @param cancelled those of them who lose an identity; whoever keeps another one may be paid by it
 * @param alike how many of those who lose an identity are paid the same before and after
 * @param removalsUntil the last day on which removals counted for the year, where it has passed: whoever is cancelled
 *     after it stays paid; null while they count
 * @param undecided how many of them a person would have to decide on, who are counted with nothing
 * @param byFund where the difference is largest first
 * @param byTownship the same; the name is empty for those without one
 */
public record MoneyChange(
        Line all,
        Line cancelled,
        int alike,
        @Nullable LocalDate removalsUntil,
        int undecided,
        List<Line> byFund,
        List<Line> byTownship) {

    public MoneyChange {
        byFund = List.copyOf(byFund);
        byTownship = List.copyOf(byTownship);
    }

    /**
     * Subsidies of some people before and after.
     *
     * @param persons of a sum, everybody in it; of a fund or township, those whose amount changes
     */
    public record Line(String name, int persons, long beforeFen, long afterFen) {

        public long differenceFen() {
            return afterFen - beforeFen;
        }
    }
}
