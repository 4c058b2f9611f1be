package org.zhubao.roster;

import java.nio.file.Path;
import java.util.List;

/** Reads a small spreadsheet that is no roster, behind the same guards as one. */
public interface PlainSheetReading {

    /**
     * A row that is not blank.
     *
     * @param number the spreadsheet's own, from 1
     * @param cells from the left, as text; a day typed as a day is its serial number
     */
    record PlainRow(int number, List<String> cells) {

        /** The cell at this place from 0; empty beyond the last. */
        public String cell(int position) {
            return position < cells.size() ? cells.get(position) : "";
        }
    }

    /**
     * The rows of the first visible sheet.
     *
     * @param mostRows what lies below is not read
     * @throws RosterFileRefused when the file cannot be read
     */
    List<PlainRow> read(Path file, String fileName, int mostRows);
}
