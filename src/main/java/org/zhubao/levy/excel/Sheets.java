package org.zhubao.levy.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A plain list: a title, headings, and rows that leave memory as they are written. */
final class Sheets {

    static final int HEADING = 1;
    private static final int FLUSH_ROWS = 1000;
    private static final int WIDTH = 14;
    private static final String HEAD = "D9E7EE";

    private Sheets() {}

    /** @param cells each a text or an amount of fen ({@link Long}), which is shown in yuan; an Integer is a count */
    static <T> void write(
            String name, String title, List<String> headings, Iterator<T> items, Cells<T> cells, OutputStream out) {
        try (Workbook workbook = new Workbook(out, "Zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            head(sheet, title, headings);
            for (int row = HEADING + 1; items.hasNext(); row++) {
                row(sheet, row, cells.of(items.next()));
                if (row % FLUSH_ROWS == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in the row of one item. */
    @FunctionalInterface
    interface Cells<T> {
        List<?> of(T item);
    }

    private static void head(Worksheet sheet, String title, List<String> headings) {
        int last = headings.size() - 1;
        sheet.value(0, 0, title);
        sheet.range(0, 0, 0, last).merge();
        sheet.range(0, 0, 0, last).style().bold().horizontalAlignment("center").set();
        for (int column = 0; column <= last; column++) {
            sheet.value(HEADING, column, headings.get(column));
            sheet.width(column, headings.get(column).contains("身份证") ? WIDTH + 8 : WIDTH);
        }
        sheet.range(HEADING, 0, HEADING, last)
                .style()
                .bold()
                .fillColor(HEAD)
                .borderStyle("thin")
                .set();
        sheet.freezePane(0, HEADING + 1);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0, HEADING);
    }

    private static void row(Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Long fen) {
                sheet.value(row, column, BigDecimal.valueOf(fen, 2));
                sheet.style(row, column).format("#,##0.00").set();
            } else if (cell instanceof Integer count) {
                sheet.value(row, column, count);
            } else {
                sheet.inlineString(row, column, cell.toString());
            }
        }
    }
}
