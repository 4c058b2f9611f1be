package org.zhubao.roster.excel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhubao.roster.excel.SheetLayout.Merge;

/** Lets every row that a merged cell covers say what the cell says. Rows come in their order. */
final class MergedCells {

    private final Deque<Merge> coming;
    private final Map<Integer, Joined> open = new HashMap<>();
    private int filled;

    MergedCells(SheetLayout layout) {
        this.coming = new ArrayDeque<>(layout.merges());
    }

    private record Joined(int lastRow, SheetCell says) {}

    /** A row that is blank by itself stays so: nobody stands there. */
    SheetRow fill(SheetRow row) {
        if (coming.isEmpty() && open.isEmpty()) {
            return row;
        }
        open.values().removeIf(joined -> joined.lastRow() < row.number());
        SheetRow whole = open.isEmpty() || row.isBlank() ? row : filled(row);
        while (!coming.isEmpty() && coming.peek().firstRow() <= row.number()) {
            Merge merge = coming.remove();
            SheetCell says = row.cell(merge.column());
            if (merge.firstRow() == row.number() && !says.isBlank()) {
                open.put(merge.column(), new Joined(merge.lastRow(), says));
            }
        }
        return whole;
    }

    private SheetRow filled(SheetRow row) {
        List<SheetCell> cells = new ArrayList<>(row.cells());
        open.forEach((column, joined) -> {
            while (cells.size() <= column) {
                cells.add(SheetCell.BLANK);
            }
            if (cells.get(column).isBlank()) {
                cells.set(column, joined.says());
                filled++;
            }
        });
        return new SheetRow(row.number(), row.hidden(), cells);
    }

    /** How many cells got what stands in another. */
    int filled() {
        return filled;
    }
}
