package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.roster.CheckedRow;

/** A roster is read as a person sees it: a merged cell counts for every row it covers, a hidden column for nobody. */
class MergedCellsTests {

    private static final List<String> HEADINGS = List.of("镇（街）", "村（居）", "姓名", "身份证号", "人员类别", "备注");
    private static final int NAME = 2;
    private static final int PEOPLE = 60;
    private static final int WORKBOOKS = 25;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aTownshipWrittenOnceCountsForTheWholeHousehold(String form) throws IOException {
        Reading reading = read(form, sheet -> {
            row(sheet, 0, HEADINGS.toArray(String[]::new));
            row(sheet, 1, "攀莲镇", "", "张三", "510421199001010018", "低保", "");
            row(sheet, 2, "", "", "李四", "51042119900101002X", "低保", "");
            row(sheet, 4, "", "", "王五", "510421199001010034", "低保", "");
            row(sheet, 5, "", "", "赵六", "510421199001010042", "低保", "");
            sheet.addMergedRegion(new CellRangeAddress(1, 4, 0, 1));
        });

        assertThat(reading.rows()).extracting(CheckedRow::rowNumber).containsExactly(2, 3, 5, 6);
        assertThat(reading.rows()).extracting(CheckedRow::townshipName).containsExactly("攀莲镇", "攀莲镇", "攀莲镇", "");
        assertThat(reading.shape().filledCells()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aHiddenColumnIsNotReadAndNamed(String form) throws IOException {
        Reading reading = read(form, sheet -> {
            row(sheet, 0, HEADINGS.toArray(String[]::new));
            row(sheet, 1, "攀莲镇", "旧村", "张三", "510421199001010018", "低保", "");
            sheet.setColumnHidden(1, true);
            sheet.setColumnHidden(40, true);
        });

        assertThat(reading.only().village()).isEmpty();
        assertThat(reading.shape().skippedColumns()).containsExactly("B");
    }

    /** Other widths, other merges, in both forms: the reader sees what POI says is to be seen. */
    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void whateverIsMergedAndHiddenIsReadAsPoiShowsIt(String form) throws IOException {
        for (int seed = 1; seed <= WORKBOOKS; seed++) {
            Random random = new Random(seed);
            List<List<String>> seen = new ArrayList<>();
            Reading reading = read(form, sheet -> {
                people(sheet, random);
                seen.addAll(asSeen(sheet));
            });

            assertThat(reading.rows().stream().map(MergedCellsTests::trimmed).toList())
                    .as("%s, seed %d", form, seed)
                    .isEqualTo(seen);
        }
    }

    private static void people(Sheet sheet, Random random) {
        row(sheet, 0, HEADINGS.toArray(String[]::new));
        for (int i = 1; i <= PEOPLE; i++) {
            String[] cells = {"镇" + i, "村" + i, "名" + i, "5104211990010100" + (10 + i), "低保", "注" + i};
            IntStream.of(0, 1, 5).filter(column -> random.nextInt(3) == 0).forEach(column -> cells[column] = "");
            row(sheet, i, cells);
        }
        for (int column : new int[] {0, 1, 5}) {
            for (int first = 1 + random.nextInt(4); first < PEOPLE; first += 1 + random.nextInt(6)) {
                int last = Math.min(PEOPLE, first + 1 + random.nextInt(5));
                for (int i = first + 1; i <= last; i++) {
                    sheet.getRow(i).getCell(column).setBlank();
                }
                sheet.addMergedRegion(new CellRangeAddress(first, last, column, column));
                first = last;
            }
            sheet.setColumnHidden(column, random.nextInt(4) == 0);
        }
    }

    /** By POI's own account of merged regions and hidden columns. */
    private static List<List<String>> asSeen(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < HEADINGS.size(); column++) {
                cells.add(sheet.isColumnHidden(column) ? "" : shown(sheet, row.getRowNum(), column));
            }
            rows.add(withoutTrailingBlanks(cells));
        }
        return rows.subList(1, rows.size());
    }

    private static String shown(Sheet sheet, int row, int column) {
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            if (region.isInRange(row, column)) {
                return sheet.getRow(region.getFirstRow())
                        .getCell(region.getFirstColumn())
                        .getStringCellValue();
            }
        }
        return sheet.getRow(row).getCell(column).getStringCellValue();
    }

    private static List<String> trimmed(CheckedRow row) {
        assertThat(row.raw().get(NAME)).isEqualTo(row.name());
        return withoutTrailingBlanks(row.raw());
    }

    private static List<String> withoutTrailingBlanks(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        return cells.subList(0, size);
    }

    private interface Filling {
        void fill(Sheet sheet);
    }

    private Reading read(String form, Filling filling) throws IOException {
        Path file = folder.resolve("list." + form);
        try (Workbook workbook = form.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            filling.fill(workbook.createSheet("名单"));
            workbook.write(out);
        }
        return Reading.of(file, Expectations.civilAffairs());
    }

    private static void row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }
}
