package org.zhubao.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposed of a case that the rules leave open, and what became of it. Amounts in fen.
 *
 * @param chargedFen what the fund was charged for the person
 * @param dueFen what is due by run or reconciliation
 * @param decided who confirmed or refused it; null while it waits
 * @param confirmed null while it waits
 */
public record CaseDecision(
        UUID id,
        String fund,
        UUID personId,
        String name,
        CaseVerdict verdict,
        long chargedFen,
        long dueFen,
        String reason,
        Signature proposed,
        @Nullable Signature decided,
        @Nullable Boolean confirmed) {

    public long differenceFen() {
        return dueFen - chargedFen;
    }

    public boolean isWaiting() {
        return confirmed == null;
    }
}
