package org.zhubao.roster.excel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.zhubao.site.ReadAhead;

/** Workbooks of Excel 2007 and later, WPS and LibreOffice, checked before they are read. */
final class XlsxFile implements SheetFile {

    /** Few enough that sheets of a thousand columns do not fill the memory. */
    private static final int ROWS_AT_ONCE = 128;

    private static final Pattern CONTROL = Pattern.compile("_x00[01][0-9A-Fa-f]_");

    /** A cell that says it is a number and is none does not spoil the file. */
    private static final ReadingOptions CELL_BY_CELL = new ReadingOptions(false, true);

    @Override
    public void visit(Path file, Visitor visitor) throws IOException {
        SheetLayouts layouts = ZipPreflight.check(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), CELL_BY_CELL)) {
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
                boolean visible = sheet.getVisibility() == SheetVisibility.VISIBLE;
                if (visitor.enter(
                        new Sheet(sheet.getName(), visible, workbook.isDate1904(), layouts.of(sheet.getId())))) {
                    rows(sheet, visitor);
                    visitor.leave();
                }
            }
        }
    }

    /** Parsing takes about as long as looking at what was parsed: one thread does this, another that. */
    private static void rows(org.dhatim.fastexcel.reader.Sheet sheet, Visitor visitor) {
        ReadAhead.<SheetRow, Boolean>run(
                "sheet-parsing", ROWS_AT_ONCE, parsed -> parse(sheet, parsed), rows -> rows.stream()
                        .allMatch(visitor::row));
    }

    private static boolean parse(org.dhatim.fastexcel.reader.Sheet sheet, Consumer<SheetRow> parsed) {
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> iterator = rows.iterator();
            int shift = 0;
            while (iterator.hasNext()) {
                Row row = iterator.next();
                // Where a writer left out the row numbers, fastexcel counts from 0
                shift = row.getRowNum() == 0 ? 1 : shift;
                parsed.accept(new SheetRow(row.getRowNum() + shift, row.isHidden(), cells(row)));
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SheetCell> cells(Row row) {
        int size = Math.min(row.getCellCount(), SheetRow.MAX_COLUMNS);
        List<SheetCell> cells = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            cells.add(cell(row.getCell(i)));
        }
        return cells;
    }

    /** Formulas show the value that was computed when the file was saved; one that never was shows itself. */
    private static SheetCell cell(@Nullable Cell cell) {
        if (cell == null) {
            return SheetCell.BLANK;
        }
        if (cell.getValue() == null) {
            if (cell.getType() == CellType.ERROR && cell.getRawValue() != null) {
                return misspelt(cell.getRawValue());
            }
            boolean computed = cell.getFormula() == null || cell.getRawValue() != null;
            return computed ? SheetCell.BLANK : SheetCell.text("=" + cell.getFormula());
        }
        return cell.getValue() instanceof BigDecimal number
                ? SheetCell.number(number)
                : SheetCell.text(unescaped(cell.getValue().toString()));
    }

    /** Some programs put blanks around a number; others write NaN, which a spreadsheet has no number for. */
    private static SheetCell misspelt(String raw) {
        try {
            return SheetCell.number(new BigDecimal(raw.strip()));
        } catch (NumberFormatException e) {
            return SheetCell.text(raw.startsWith("#") ? raw : "#NUM!");
        }
    }

    /** The format writes control characters as _x000D_. */
    private static String unescaped(String text) {
        return text.contains("_x00") ? CONTROL.matcher(text).replaceAll(" ") : text;
    }
}
