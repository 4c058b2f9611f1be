package org.zhubao.settlement.excel;

import java.io.IOException;
import java.util.List;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Column;
import org.zhubao.settlement.form.Form;
import org.zhubao.settlement.form.Rows;
import org.zhubao.settlement.form.Totals;

/** The table of a form: headings, lines, subtotals where the form has them, total. */
final class Table implements Rows {

    /** Lines styled and released together: large enough to be quick, small enough to need no memory. */
    private static final int BATCH = 500;

    private static final int TEXT_LINE_HEIGHT = 17;

    private final Page page;
    private final Form form;
    private final List<Column> columns;
    private int batchStart;

    Table(Page page, Form form) {
        this.page = page;
        this.form = form;
        this.columns = form.columns();
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
        return Rows.of(form, lines, this);
    }

    @Override
    public void line(SheetLine line) throws IOException {
        int textLines = 1;
        for (int i = 0; i < columns.size(); i++) {
            textLines = Math.max(textLines, cell(i, columns.get(i), line));
        }
        if (textLines > 1) {
            page.height(textLines * TEXT_LINE_HEIGHT);
        }
        page.next();
        if (page.row() - batchStart == BATCH) {
            endBatch();
        }
    }

    /** @return how many lines of text it needs */
    private int cell(int position, Column column, SheetLine line) {
        if (column.kind() == Column.Kind.SEQUENCE) {
            page.number(position, line.sequence());
            return 1;
        }
        if (column.kind() == Column.Kind.AMOUNT) {
            page.amount(position, column.fen(line));
            return 1;
        }
        String text = column.text(line);
        if (text != null) {
            page.text(position, text);
        }
        return column.textLines(text);
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

    /** Values, not formulas: the sheet is frozen, and a viewer that does not calculate must show the same total. */
    @Override
    public void sum(String label, Totals sum) throws IOException {
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
