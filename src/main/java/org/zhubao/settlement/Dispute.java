package org.zhubao.settlement;

import org.jspecify.annotations.Nullable;

/**
 * A line that a department does not accept, and what the bureau said to it.
 *
 * @param stays whether the line stays; null while it is unanswered
 */
public record Dispute(
        int sequence,
        String name,
        long fundFen,
        String reason,
        Signature raised,
        @Nullable Boolean stays,
        @Nullable String answer,
        @Nullable Signature answered) {

    public boolean isOpen() {
        return answered == null;
    }

    /** Whether the line is to come with a next sheet. */
    public boolean leaves() {
        return Boolean.FALSE.equals(stays);
    }
}
