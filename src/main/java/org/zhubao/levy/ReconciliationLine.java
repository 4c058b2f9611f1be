package org.zhubao.levy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.protection.IdNumber;

/**
 * What was found of one person. Amounts in fen.
 *
 * @param personId null for whoever paid and is not in the register
 * @param department code of the department that certifies the identity paid; empty where there is none
 * @param owner code of the office that has to act: a department, {@code township}, or empty for nobody
 * @param markedTo when the mark was cancelled
 * @param chargeable whether the funds bear the subsidy
 * @param subsidyFen what the person is entitled to
 * @param paidFen subsidised and paid by the person, together
 * @param subsidisedFen what the tax bureau says was paid for the person
 * @param dueFen owed to the person when positive, to be taken back when negative
 */
public record ReconciliationLine(
        @Nullable UUID personId,
        String name,
        IdNumber number,
        String township,
        String paidAs,
        String department,
        String owner,
        Cause cause,
        boolean chargeable,
        @Nullable Instant markedFrom,
        @Nullable Instant markedTo,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate diedOn,
        long subsidyFen,
        long paidFen,
        long subsidisedFen,
        long dueFen) {

    /** Names nobody, so that a line can stand in a log. */
    @Override
    public String toString() {
        return "ReconciliationLine[" + number + ", " + cause + ", " + dueFen + "]";
    }
}
