package org.zhubao.levy;

import org.jspecify.annotations.Nullable;
import org.zhubao.protection.IdNumber;

/**
 * One line of a list of transfers.
 *
 * @param paid whether it arrived; null as long as nothing is known
 * @param failure why it came back; empty when it did not
 * @param sharing why others have the same account; null where nobody has
 */
public record Transfer(
        int sequence,
        String name,
        IdNumber number,
        Cause cause,
        long amountFen,
        BankAccount account,
        String bank,
        @Nullable Boolean paid,
        String failure,
        @Nullable Sharing sharing) {

    /** Names nobody, so that it can stand in a log. */
    @Override
    public String toString() {
        return "Transfer[" + sequence + ", " + amountFen + ", " + account + "]";
    }
}
