package org.zhubao.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of one township.
 *
 * @param number in its county and year
 * @param township its name
 * @param visited how many lines have a finding
 * @param contradicting how many findings say other than the departments' lists
 * @param recalledAt from then on nothing is entered any more; null until then
 */
public record VisitList(
        UUID id,
        int number,
        Purpose purpose,
        String township,
        int people,
        int visited,
        int contradicting,
        String madeBy,
        Instant madeAt,
        @Nullable String recalledBy,
        @Nullable Instant recalledAt) {

    public boolean isOpen() {
        return recalledAt == null;
    }

    /** Filled in, and nobody has recalled it yet. */
    public boolean isComplete() {
        return isOpen() && missing() == 0;
    }

    /** How many of the list are still to be visited. */
    public int missing() {
        return people - visited;
    }

    /**
     * Somebody on a list, as a township sees them: no amount.
     *
     * @param line by which the list knows them, from 1
     * @param identities codes
     * @param finding null until somebody went there
     */
    public record Line(
            int line,
            String name,
            String maskedNumber,
            String village,
            List<String> identities,
            @Nullable Finding finding,
            @Nullable LocalDate visitedOn,
            String remark) {}

    /** What was found about one line. */
    public record Entry(int line, Finding finding, LocalDate visitedOn, String remark) {}
}
