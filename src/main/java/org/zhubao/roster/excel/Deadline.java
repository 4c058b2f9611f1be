package org.zhubao.roster.excel;

import java.time.Duration;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/** Stops reading a file that takes longer than any roster. */
final class Deadline implements SheetFile.Visitor {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ROWS_BETWEEN_LOOKS = 1024;

    private final SheetFile.Visitor visitor;
    private final long end = System.nanoTime() + LIMIT.toNanos();
    private int rows;

    Deadline(SheetFile.Visitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public boolean enter(SheetFile.Sheet sheet) {
        return visitor.enter(sheet);
    }

    @Override
    public boolean row(SheetRow row) {
        if (++rows % ROWS_BETWEEN_LOOKS == 0 && System.nanoTime() > end) {
            throw new RosterFileRefused(Reason.TOO_SLOW);
        }
        return visitor.row(row);
    }

    @Override
    public void leave() {
        visitor.leave();
    }
}
