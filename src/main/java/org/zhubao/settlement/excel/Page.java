package org.zhubao.settlement.excel;

import java.io.IOException;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;
import org.zhubao.settlement.form.Band;

/** A worksheet written from top to bottom. Rows that have been released are on their way to the reader of the file. */
final class Page {

    private final Worksheet sheet;
    private int row;

    Page(Worksheet sheet) {
        this.sheet = sheet;
    }

    int row() {
        return row;
    }

    void next() {
        row++;
    }

    void text(int column, String text) {
        // inline, because a table of shared strings would grow with every name and number
        sheet.inlineString(row, column, text);
    }

    void number(int column, int number) {
        sheet.value(row, column, number);
    }

    /** Yuan with two decimals from fen, exact: the decimal digits go into the file as they are. */
    void amount(int column, long fen) {
        sheet.value(row, column, BigDecimal.valueOf(fen, 2));
    }

    /** One text over several columns of the current row. */
    void span(int from, int to, String text, Look look) {
        text(from, text);
        Range range = sheet.range(row, from, row, to);
        if (from < to) {
            range.merge();
        }
        look.on(range.style()).set();
    }

    void band(Band band) {
        for (Band.Cell cell : band.cells()) {
            span(cell.from(), cell.to(), cell.text(), Look.of(cell.style()));
        }
        height(band.height());
        next();
    }

    /** In points; only where it is not one line of text, as the library keeps every height in memory. */
    void height(int points) {
        sheet.rowHeight(row, points);
    }

    void look(int fromRow, int toRow, int column, Look look) {
        look.on(sheet.range(fromRow, column, toRow, column).style()).set();
    }

    void release() throws IOException {
        sheet.flush();
    }
}
