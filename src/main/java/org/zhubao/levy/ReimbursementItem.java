package org.zhubao.levy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom money is owed and not on its way yet.
 *
 * @param dueFen in fen
 * @param accountTail the last four digits of the account; null while there is none
 * @param failure why the last transfer came back; null when none did
 */
public record ReimbursementItem(
        UUID personId,
        String name,
        String maskedNumber,
        String township,
        Cause cause,
        long dueFen,
        @Nullable String accountTail,
        @Nullable String bank,
        @Nullable String failure) {

    public boolean isReady() {
        return accountTail != null;
    }
}
