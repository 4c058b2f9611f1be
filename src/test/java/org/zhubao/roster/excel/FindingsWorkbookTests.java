package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhubao.roster.Annotations;
import org.zhubao.roster.Annotations.RowAnnotation;
import org.zhubao.roster.Column;
import org.zhubao.roster.ProblemCode.Severity;

/** The sheet that goes back to the department. */
class FindingsWorkbookTests {

    private static final int FINDINGS = 4;

    @TempDir
    private Path folder;

    private Path file;

    /** A title, a heading, a blank line, two people and a note to the right of everything. */
    @BeforeEach
    void aRoster() throws IOException {
        file = folder.resolve("roster.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            sheet.value(0, 0, "某县花名册");
            texts(sheet, 1, "姓名", "身份证号码", "认定时间");
            texts(sheet, 3, "张三", "510402195003070012");
            sheet.value(3, 2, new BigDecimal(44075));
            texts(sheet, 4, "=1+1", "", "", "备忘");
            workbook.newWorksheet("说明").value(0, 0, "不读");
        }
    }

    @Test
    void everyRowStandsWhereItStood() throws IOException {
        XSSFSheet sheet = annotated(annotations());

        assertThat(sheet.getSheetName()).isEqualTo("名单");
        assertThat(text(sheet, 1, 0)).isEqualTo("某县花名册");
        assertThat((Object) sheet.getRow(2)).isNull();
        assertThat(text(sheet, 4, 0)).isEqualTo("张三");
        assertThat(text(sheet, 5, 3)).isEqualTo("备忘");
    }

    @Test
    void numbersStayTextAndDatesStayDates() throws IOException {
        Row person = annotated(annotations()).getRow(3);

        assertThat(person.getCell(1).getCellType()).isEqualTo(CellType.STRING);
        assertThat(person.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("@");
        assertThat(person.getCell(2).getLocalDateTimeCellValue()).isEqualTo("2020-09-01T00:00");
    }

    @Test
    void whatLooksLikeAFormulaGoesBackAsTheTextItWas() throws IOException {
        Cell name = annotated(annotations()).getRow(4).getCell(0);

        assertThat(name.getCellType()).isEqualTo(CellType.STRING);
        assertThat(name.getStringCellValue()).isEqualTo("=1+1");
    }

    @Test
    void findingsStandRightOfEverythingAndColourTheirCells() throws IOException {
        XSSFSheet sheet = annotated(annotations());

        assertThat(text(sheet, 2, FINDINGS)).isEqualTo("检查结果");
        assertThat(text(sheet, 5, FINDINGS)).isEqualTo("没有身份证号");
        assertThat(text(sheet, 4, FINDINGS)).isNull();
        assertThat(colour(sheet, 5, 1)).isEqualTo("FFFFC7CE");
        assertThat(colour(sheet, 5, 0)).isEqualTo("FFFFEB9C");
        assertThat(colour(sheet, 4, 1)).isNull();
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:E5");
    }

    @Test
    void aRowIsAsTallAsItsFindings() throws IOException {
        Map<Integer, RowAnnotation> rows = Map.of(
                4, new RowAnnotation("请核对", Map.of()),
                5, new RowAnnotation("没有身份证号\n" + "请对照证件改正".repeat(10), Map.of()));

        XSSFSheet sheet = annotated(new Annotations("名单", 2, Map.of(Column.NAME, 0), "检查结果", rows));

        assertThat(sheet.getRow(3).getHeightInPoints()).isEqualTo(15);
        assertThat(sheet.getRow(4).getHeightInPoints()).isEqualTo(15 * 4);
    }

    @Test
    void findingsOfAnEarlierCheckAreReplaced() throws IOException {
        Path first = folder.resolve("first.xlsx");
        write(first, annotations());
        file = first;

        XSSFSheet sheet = annotated(new Annotations("名单", 2, Map.of(Column.NAME, 0), "检查结果", Map.of()));

        assertThat(text(sheet, 2, FINDINGS)).isEqualTo("检查结果");
        assertThat(text(sheet, 2, FINDINGS + 1)).isNull();
        assertThat(text(sheet, 5, FINDINGS)).isNull();
    }

    private static Annotations annotations() {
        return new Annotations(
                "名单",
                2,
                Map.of(Column.NAME, 0, Column.ID_NUMBER, 1, Column.RECOGNISED_ON, 2),
                "检查结果",
                Map.of(
                        5,
                        new RowAnnotation(
                                "没有身份证号", Map.of(Column.ID_NUMBER, Severity.REJECTS, Column.NAME, Severity.NOTE))));
    }

    private XSSFSheet annotated(Annotations annotations) throws IOException {
        Path written = folder.resolve("annotated.xlsx");
        write(written, annotations);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written))) {
            return workbook.getSheetAt(0);
        }
    }

    private void write(Path target, Annotations annotations) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            new FindingsWorkbook().annotate(file, "roster.xlsx", annotations, out);
        }
    }

    private static String text(XSSFSheet sheet, int row, int cell) {
        XSSFCell found = sheet.getRow(row - 1).getCell(cell);
        return found == null ? null : found.getStringCellValue();
    }

    private static String colour(XSSFSheet sheet, int row, int cell) {
        var fill = sheet.getRow(row - 1).getCell(cell).getCellStyle().getFillForegroundColorColor();
        return fill == null ? null : fill.getARGBHex();
    }

    private static void texts(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                sheet.value(row, i, cells[i]);
            }
        }
    }
}
