package org.zhubao.settlement.excel;

import java.util.List;
import org.zhubao.settlement.SheetLine;

/** People and fen per column, added up exactly. */
final class Totals {

    private final List<Column> columns;
    private final long[] fen;
    private int people;

    Totals(List<Column> columns) {
        this.columns = columns;
        this.fen = new long[columns.size()];
    }

    void add(SheetLine line) {
        people++;
        for (int i = 0; i < fen.length; i++) {
            fen[i] = Math.addExact(fen[i], columns.get(i).fen(line));
        }
    }

    int people() {
        return people;
    }

    long fen(int column) {
        return fen[column];
    }
}
