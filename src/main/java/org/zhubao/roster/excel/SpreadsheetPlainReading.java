package org.zhubao.roster.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhubao.roster.PlainSheetReading;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/** Reads the first visible sheet of whatever comes. */
@Component
class SpreadsheetPlainReading implements PlainSheetReading {

    @Override
    public List<PlainRow> read(Path file, String fileName, int mostRows) {
        FirstSheet sheet = new FirstSheet(mostRows);
        try {
            SpreadsheetRosterReading.reader(file, fileName).visit(file, new Deadline(sheet));
        } catch (RosterFileRefused e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
            throw new RosterFileRefused(Reason.BROKEN, e);
        }
        return sheet.rows;
    }

    private static final class FirstSheet implements SheetFile.Visitor {

        private final List<PlainRow> rows = new ArrayList<>();
        private final int mostRows;
        private boolean seen;

        private FirstSheet(int mostRows) {
            this.mostRows = mostRows;
        }

        @Override
        public boolean enter(SheetFile.Sheet sheet) {
            boolean first = sheet.visible() && !seen;
            seen |= first;
            return first;
        }

        @Override
        public boolean row(SheetRow row) {
            if (!row.isBlank()) {
                rows.add(new PlainRow(
                        row.number(), row.cells().stream().map(SheetCell::value).toList()));
            }
            return rows.size() < mostRows;
        }

        @Override
        public void leave() {
            // one sheet is enough
        }
    }
}
