package org.zhubao.roster.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.zhubao.roster.Annotations;
import org.zhubao.roster.Annotations.RowAnnotation;
import org.zhubao.roster.Column;
import org.zhubao.roster.ProblemCode.Severity;
import org.zhubao.roster.RosterAnnotating;

/** The department's sheet once more: every row where it stood, bad cells coloured, the findings beside, a filter set. */
@Component
class FindingsWorkbook implements RosterAnnotating {

    private static final int FLUSH_ROWS = 1000;
    private static final int NUMBER_WIDTH = 22;
    private static final int TEXT_WIDTH = 14;
    private static final int FINDINGS_WIDTH = 70;
    private static final int LINE_HEIGHT = 15;
    private static final int TALLEST_ROW = 405;
    private static final String RED = "FFC7CE";
    private static final String YELLOW = "FFEB9C";
    private static final String HEAD = "D9E7EE";
    private static final Set<Column> DATES = EnumSet.of(
            Column.RECOGNISED_ON,
            Column.ENDED_ON,
            Column.CERTIFICATE_EXPIRES,
            Column.BIRTH_DATE,
            Column.DIED_ON,
            Column.MOVED_ON,
            Column.PAID_ON);

    @Override
    public void annotate(Path file, String fileName, Annotations annotations, OutputStream out) throws IOException {
        SheetFile reader = FileForm.of(file).reader(fileName);
        String name = annotations.sheetName();
        SheetExtent extent = new SheetExtent(annotations);
        reader.visit(file, new OneSheet(name, extent::measure));
        try (Workbook workbook = new Workbook(out, "Zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name.isEmpty() ? "Sheet1" : name);
            frame(sheet, annotations, extent);
            Page page = new Page(sheet, annotations, extent.findings());
            reader.visit(file, new OneSheet(name, page::write));
            sheet.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void frame(Worksheet sheet, Annotations annotations, SheetExtent extent) {
        for (int column = 0; column < extent.findings(); column++) {
            boolean number =
                    Integer.valueOf(column).equals(annotations.positions().get(Column.ID_NUMBER));
            sheet.width(column, number ? NUMBER_WIDTH : TEXT_WIDTH);
        }
        sheet.width(extent.findings(), FINDINGS_WIDTH);
        sheet.freezePane(0, annotations.headerRow());
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0, annotations.headerRow() - 1);
        sheet.setAutoFilter(annotations.headerRow() - 1, 0, extent.lastRow() - 1, extent.findings());
    }

    /** The sheet as it is written. */
    private record Page(Worksheet sheet, Annotations annotations, int findings) {

        void write(SheetRow row) {
            int line = row.number() - 1;
            for (int column = 0; column < row.cells().size(); column++) {
                if (column != findings) {
                    cell(line, column, row.cell(column));
                }
            }
            if (row.hidden()) {
                sheet.hideRow(line);
            }
            if (row.number() == annotations.headerRow()) {
                sheet.value(line, findings, annotations.heading());
                sheet.range(line, 0, line, findings)
                        .style()
                        .bold()
                        .fillColor(HEAD)
                        .set();
            }
            RowAnnotation found = annotations.rows().get(row.number());
            if (found != null) {
                sheet.value(line, findings, found.text());
                sheet.style(line, findings).wrapText(true).set();
                sheet.rowHeight(line, Math.min(LINE_HEIGHT * lines(found.text()), TALLEST_ROW));
                found.severities().forEach((column, severity) -> mark(line, column, severity));
            }
            dress(row, line);
            if (row.number() % FLUSH_ROWS == 0) {
                flush();
            }
        }

        /** How many lines it takes: a Chinese character is as wide as two digits. Not every program finds out by itself. */
        private static int lines(String text) {
            return text.lines()
                    .mapToInt(line -> 1 + line.chars().map(c -> c < 128 ? 1 : 2).sum() / FINDINGS_WIDTH)
                    .sum();
        }

        /** Text stays text: a number typed into a corrected cell must not lose its last digits. */
        private void cell(int line, int column, SheetCell cell) {
            if (cell.number() != null) {
                sheet.value(line, column, cell.number());
            } else if (!cell.isBlank()) {
                sheet.value(line, column, cell.shown());
            }
        }

        private void dress(SheetRow row, int line) {
            if (row.number() <= annotations.headerRow()) {
                return;
            }
            for (Map.Entry<Column, Integer> position : annotations.positions().entrySet()) {
                if (DATES.contains(position.getKey())
                        && row.cell(position.getValue()).isNumber()) {
                    sheet.style(line, position.getValue()).format("yyyy-mm-dd").set();
                } else if (position.getKey() == Column.ID_NUMBER) {
                    sheet.style(line, position.getValue()).format("@").set();
                }
            }
        }

        private void mark(int line, Column column, Severity severity) {
            Integer position = annotations.positions().get(column);
            if (position != null) {
                sheet.style(line, position)
                        .fillColor(severity == Severity.REJECTS ? RED : YELLOW)
                        .set();
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
