package org.zhubao.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose due differs from what a fund was charged, and neither notice nor reconciliation says what follows. Amounts
 * in fen.
 *
 * @param cause message key of why it is open
 * @param batchId the list it goes back to, with the row; null where no list tells it
 * @param row 0 where no row tells it
 * @param waiting whether a decision waits to be confirmed
 */
public record OpenCase(
        UUID personId,
        String name,
        String maskedNumber,
        String townshipName,
        String paidAs,
        String clause,
        String cause,
        long chargedFen,
        long dueFen,
        @Nullable UUID batchId,
        int row,
        boolean waiting) {

    public long differenceFen() {
        return dueFen - chargedFen;
    }
}
