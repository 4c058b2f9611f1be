package org.zhubao.roster.excel;

import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/**
 * Numbers that were numeric once and text later end in three zeros. One in eleven of them has a right check character and
 * is somebody else's number. Among right numbers one in a thousand ends so: many of them are no chance.
 */
final class LostDigits {

    private static final int FEWEST = 3;
    private static final int ONE_IN = 10;

    private int written;
    private int accepted;

    void count(CheckedRow row) {
        if (row.writtenNumber().endsWith(WrittenNumber.LOST_DIGITS)) {
            written++;
            accepted += row.number() == null ? 0 : 1;
        }
    }

    /** @throws RosterFileRefused when rows would be accepted under other people's numbers */
    void refuse(int rows) {
        if (accepted > 0 && written >= FEWEST && written * ONE_IN > rows) {
            throw new RosterFileRefused(Reason.LOST_DIGITS, String.valueOf(written), String.valueOf(rows));
        }
    }
}
