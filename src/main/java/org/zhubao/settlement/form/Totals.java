package org.zhubao.settlement.form;

import java.util.List;
import org.zhubao.settlement.SheetLine;

/** People and fen per column, added up exactly. */
public final class Totals {

    private final List<Column> columns;
    private final long[] fen;
    private int people;

    public Totals(List<Column> columns) {
        this.columns = columns;
        this.fen = new long[columns.size()];
    }

    public void add(SheetLine line) {
        people++;
        for (int i = 0; i < fen.length; i++) {
            fen[i] = Math.addExact(fen[i], columns.get(i).fen(line));
        }
    }

    public int people() {
        return people;
    }

    public long fen(int column) {
        return fen[column];
    }
}
