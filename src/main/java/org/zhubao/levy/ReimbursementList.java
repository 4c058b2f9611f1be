package org.zhubao.levy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of transfers that goes to the bank.
 *
 * @param approvedBy null until a second person has approved it
 * @param paid transfers that arrived
 * @param failed transfers that came back
 */
public record ReimbursementList(
        UUID id,
        String county,
        int benefitYear,
        int number,
        int people,
        long totalFen,
        String madeBy,
        Instant madeAt,
        @Nullable String approvedBy,
        int paid,
        int failed) {

    public boolean isOpen() {
        return paid + failed < people;
    }

    /** Whether nobody has approved or rejected it yet. */
    public boolean isWaiting() {
        return approvedBy == null && failed == 0;
    }

    /** Names county, year and number: 610922-2021-R01. */
    public String label() {
        return label(county, benefitYear, number);
    }

    static String label(String county, int benefitYear, int number) {
        return "%s-%d-R%02d".formatted(county, benefitYear, number);
    }
}
