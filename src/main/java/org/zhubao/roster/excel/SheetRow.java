package org.zhubao.roster.excel;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number the spreadsheet's own, from 1
 * @param cells from the left, without trailing blanks
 */
record SheetRow(int number, boolean hidden, List<SheetCell> cells) {

    /** No roster has more columns; what stands further right is not looked at. */
    static final int MAX_COLUMNS = 1024;

    SheetRow {
        int size = Math.min(cells.size(), MAX_COLUMNS);
        while (size > 0 && cells.get(size - 1).isBlank()) {
            size--;
        }
        cells = List.copyOf(cells.subList(0, size));
    }

    boolean isBlank() {
        return cells.isEmpty();
    }

    /** The cell at this place from 0; a blank one beyond the last. */
    SheetCell cell(int position) {
        return position < cells.size() ? cells.get(position) : SheetCell.BLANK;
    }

    /** What the cells say, joined. */
    String text() {
        return String.join(
                " ",
                cells.stream().filter(c -> !c.isBlank()).map(SheetCell::value).toList());
    }
}
