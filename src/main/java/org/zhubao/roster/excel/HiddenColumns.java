package org.zhubao.roster.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Leaves out what stands in hidden columns, and remembers in which of them anything stands. */
final class HiddenColumns {

    private final Set<Integer> hidden;
    private final Set<Integer> skipped = new TreeSet<>();

    HiddenColumns(SheetLayout layout) {
        this.hidden = layout.hiddenColumns();
    }

    SheetRow leaveOut(SheetRow row) {
        if (hidden.isEmpty() || row.isBlank()) {
            return row;
        }
        List<SheetCell> cells = new ArrayList<>(row.cells());
        for (int i = 0; i < cells.size(); i++) {
            if (hidden.contains(i) && !cells.get(i).isBlank()) {
                skipped.add(i);
                cells.set(i, SheetCell.BLANK);
            }
        }
        return new SheetRow(row.number(), row.hidden(), cells);
    }

    /** The letters of the columns left out, from the left. */
    List<String> skipped() {
        return skipped.stream().map(HiddenColumns::letters).toList();
    }

    /** 27 is AB. */
    private static String letters(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : letters(column / 26 - 1) + (char) ('A' + column % 26);
    }
}
