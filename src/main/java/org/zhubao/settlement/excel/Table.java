package org.zhubao.settlement.excel;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Column;
import org.zhubao.settlement.form.Form;
import org.zhubao.settlement.form.Totals;

/** The table of a form: headings, lines, subtotals where the form has them, total. */
final class Table {

    /** Lines styled and released together: large enough to be quick, small enough to need no memory. */
    private static final int BATCH = 500;

    private static final int TEXT_LINE_HEIGHT = 15;

    private final Page page;
    private final Form form;
    private final List<Column> columns;
    private final Totals total;
    private final Set<String> townships = new HashSet<>();
    private int batchStart;

    Table(Page page, Form form) {
        this.page = page;
        this.form = form;
        this.columns = form.columns();
        this.total = new Totals(columns);
    }

    void headings() {
        for (int i = 0; i < columns.size(); i++) {
            page.text(i, columns.get(i).heading());
            page.look(page.row(), page.row(), i, Look.HEADING);
        }
        page.height(34);
        page.next();
    }

    /** @return the total */
    Totals lines(Iterable<SheetLine> lines) throws IOException {
        batchStart = page.row();
        Totals subtotal = new Totals(columns);
        @Nullable String township = null;
        for (SheetLine line : lines) {
            if (form.hasSubtotals() && !line.townshipName().equals(township)) {
                subtotal(township, subtotal);
                subtotal = new Totals(columns);
                township = begin(line.townshipName());
            }
            line(line);
            subtotal.add(line);
            total.add(line);
        }
        subtotal(township, subtotal);
        sum("合计", total);
        return total;
    }

    private String begin(String township) {
        if (!townships.add(township)) {
            throw new IllegalArgumentException("lines must come township by township: " + township + " comes back");
        }
        return township;
    }

    private void line(SheetLine line) throws IOException {
        int textLines = 1;
        for (int i = 0; i < columns.size(); i++) {
            cell(i, columns.get(i), line);
            textLines = Math.max(textLines, columns.get(i).textLines(line));
        }
        if (textLines > 1) {
            page.height(textLines * TEXT_LINE_HEIGHT);
        }
        page.next();
        if (page.row() - batchStart == BATCH) {
            endBatch();
        }
    }

    private void cell(int position, Column column, SheetLine line) {
        if (column.kind() == Column.Kind.SEQUENCE) {
            page.number(position, line.sequence());
        } else if (column.kind() == Column.Kind.AMOUNT) {
            page.amount(position, column.fen(line));
        } else {
            String text = column.text(line);
            if (text != null) {
                page.text(position, text);
            }
        }
    }

    private void endBatch() throws IOException {
        if (page.row() > batchStart) {
            for (int i = 0; i < columns.size(); i++) {
                page.look(batchStart, page.row() - 1, i, Look.of(columns.get(i).kind()));
            }
            page.release();
            batchStart = page.row();
        }
    }

    private void subtotal(@Nullable String township, Totals sum) throws IOException {
        if (township != null) {
            sum("小计：" + township + " " + sum.people() + "人", sum);
        }
    }

    /** Values, not formulas: the sheet is frozen, and a viewer that does not calculate must show the same total. */
    private void sum(String label, Totals sum) throws IOException {
        endBatch();
        page.span(0, form.labelColumns() - 1, label, Look.TOTAL_LABEL);
        for (int i = form.labelColumns(); i < columns.size(); i++) {
            boolean shown = columns.get(i).hasTotal();
            if (shown) {
                page.amount(i, sum.fen(i));
            }
            page.look(page.row(), page.row(), i, shown ? Look.TOTAL_AMOUNT : Look.TOTAL_LABEL);
        }
        page.height(22);
        page.next();
        batchStart = page.row();
    }
}
