package org.zhubao.levy.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A plain list: a title, headings, and rows that leave memory as they are written. By which money moves, it ends with the
 * sum and the place for signatures.
 */
final class Sheets {

    static final int HEADING = 1;
    private static final int FLUSH_ROWS = 1000;
    private static final int WIDTH = 14;
    private static final int NUMBER_WIDTH = 22;
    private static final int CAUSE_WIDTH = 26;
    private static final int SENTENCE_WIDTH = 48;
    private static final String SIGNED = "制表人：" + "　".repeat(8) + "复核人：" + "　".repeat(8) + "单位（盖章）：";
    private static final String MONEY = "#,##0.00";
    private static final String HEAD = "D9E7EE";

    private Sheets() {}

    /** @param cells each a text or an amount of fen ({@link Long}), which is shown in yuan; an Integer is a count */
    static <T> void write(
            String name, String title, List<String> headings, Iterator<T> items, Cells<T> cells, OutputStream out) {
        write(name, title, headings, items, cells, false, out);
    }

    /** The same with the sum of every column of money, and of people, below. */
    static <T> void added(
            String name, String title, List<String> headings, Iterator<T> items, Cells<T> cells, OutputStream out) {
        write(name, title, headings, items, cells, true, out);
    }

    private static <T> void write(
            String name,
            String title,
            List<String> headings,
            Iterator<T> items,
            Cells<T> cells,
            boolean added,
            OutputStream out) {
        try (Workbook workbook = new Workbook(out, "Zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            head(sheet, title, headings);
            Sum sum = new Sum(headings.size());
            int row = HEADING + 1;
            for (; items.hasNext(); row++) {
                List<?> line = cells.of(items.next());
                sum.add(line);
                row(sheet, row, line);
                if (row % FLUSH_ROWS == 0) {
                    sheet.flush();
                }
            }
            if (added) {
                foot(sheet, row, sum.cells());
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

    private static void foot(Worksheet sheet, int row, List<?> sum) {
        row(sheet, row, sum);
        sheet.range(row, 0, row, sum.size() - 1)
                .style()
                .bold()
                .borderStyle("thin")
                .set();
        for (int column = 0; column < sum.size(); column++) {
            if (sum.get(column) instanceof Long) {
                sheet.style(row, column)
                        .bold()
                        .borderStyle("thin")
                        .format(MONEY)
                        .set();
            }
        }
        sheet.inlineString(row + 2, 0, SIGNED);
        sheet.range(row + 2, 0, row + 2, sum.size() - 1).merge();
    }

    /** Wide enough that nothing is cut off on paper, an account with 19 digits least of all. */
    private static int width(String heading) {
        return switch (heading) {
            case "身份证号码", "银行账号" -> NUMBER_WIDTH;
            case "差异", "共用账户说明" -> CAUSE_WIDTH;
            case "下一步" -> SENTENCE_WIDTH;
            default -> Math.max(WIDTH, 2 * heading.length() + 2);
        };
    }

    private static void head(Worksheet sheet, String title, List<String> headings) {
        int last = headings.size() - 1;
        sheet.value(0, 0, title);
        sheet.range(0, 0, 0, last).merge();
        sheet.range(0, 0, 0, last).style().bold().horizontalAlignment("center").set();
        for (int column = 0; column <= last; column++) {
            sheet.value(HEADING, column, headings.get(column));
            sheet.width(column, width(headings.get(column)));
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
                sheet.style(row, column).format(MONEY).set();
            } else if (cell instanceof Integer count) {
                sheet.value(row, column, count);
            } else {
                sheet.inlineString(row, column, cell.toString());
            }
        }
    }

    /** How many there were, and what each column of money comes to. */
    private static final class Sum {

        private final Object[] cells;
        private int people;

        Sum(int columns) {
            cells = new Object[columns];
            Arrays.fill(cells, "");
        }

        void add(List<?> line) {
            people++;
            for (int column = 0; column < line.size(); column++) {
                if (line.get(column) instanceof Long fen) {
                    cells[column] = Math.addExact(cells[column] instanceof Long sum ? sum : 0L, fen);
                }
            }
        }

        List<?> cells() {
            cells[0] = "合计 " + people + " 人";
            return List.of(cells);
        }
    }
}
