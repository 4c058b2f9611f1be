package org.zhubao.settlement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frozen settlement sheet.
 *
 * @param fund code of the fund it charges
 * @param department code of the department whose fund it is; empty for a fund of its own, which nobody confirms
 * @param reconciliationId what said who is to be charged; null where the run did
 * @param runDigest SHA-256 over the outcomes of the run as they were then
 * @param lines people on it
 * @param totalFen what the fund is charged; negative where more is taken back than charged
 * @param digest SHA-256 over its lines as they were frozen, in lower-case hexadecimal
 */
public record Sheet(
        UUID id,
        String county,
        int benefitYear,
        String fund,
        String department,
        SheetForm form,
        String number,
        String title,
        UUID runId,
        @Nullable UUID reconciliationId,
        String runDigest,
        String policyDigest,
        int lines,
        long totalFen,
        String digest,
        String frozenBy,
        Instant frozenAt,
        Standing standing) {

    /** The {@link #code()} of a frozen sheet that no department has to confirm. */
    public static final String UNCONFIRMED = "unconfirmed";

    public SheetStatus status() {
        return standing.status();
    }

    /** What it waits for: where no department has to confirm it, a frozen sheet waits for the second person at once. */
    public String messageKey() {
        if (status() == SheetStatus.PAID && takesBack()) {
            return "settlement.status.RECEIVED";
        }
        return isUnconfirmed() ? "settlement.status.UNCONFIRMED" : status().messageKey();
    }

    /** The same as addresses use it. */
    public String code() {
        return isUnconfirmed() ? UNCONFIRMED : status().code();
    }

    /** Whether the fund gets more back by it than it is charged: then money comes in, and none goes out. */
    public boolean takesBack() {
        return totalFen < 0;
    }

    private boolean isUnconfirmed() {
        return status() == SheetStatus.FROZEN && department.isEmpty();
    }

    /** Whether it may move on so. */
    public boolean mayBecome(SheetStatus next) {
        return status().mayBecome(next, !department.isEmpty());
    }
}
