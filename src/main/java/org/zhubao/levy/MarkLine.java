package org.zhubao.levy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.protection.IdNumber;

/**
 * One person in a push.
 *
 * @param sequence from 1, without gaps
 * @param number the whole number goes into the workbook only
 * @param paidAs the identity paid, in the notice's words
 * @param tier in which the person is unless they choose; the amounts are that tier's
 * @param otherTiers that the person may choose instead
 * @param refusal why the tax bureau did not take the line; null when it did
 */
public record MarkLine(
        int sequence,
        MarkChange change,
        UUID personId,
        String name,
        IdNumber number,
        String township,
        String paidAs,
        String tier,
        long premiumFen,
        long subsidyFen,
        long collectedFen,
        List<TierAmount> otherTiers,
        @Nullable String refusal) {

    public MarkLine {
        otherTiers = List.copyOf(otherTiers);
        if (sequence < 1) {
            throw new IllegalArgumentException("lines count from 1: " + sequence);
        }
    }

    /** Names nobody, so that a line can stand in a log. */
    @Override
    public String toString() {
        return "MarkLine[" + sequence + ", " + change + ", " + number + "]";
    }
}
