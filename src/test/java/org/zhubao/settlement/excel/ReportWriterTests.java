package org.zhubao.settlement.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.zhubao.settlement.Report;
import org.zhubao.settlement.Report.Row;

/** The year's report, opened again by another program's reader. */
class ReportWriterTests {

    @Test
    void eachTableStandsOnOnePageWithItsTotalAndThePlaceForTheSeal() throws IOException {
        Report report = new Report(
                3,
                50_050,
                List.of(new Row("低保-残疾人", 2, 10_050), new Row("残疾人", 1, 40_000)),
                List.of(new Row("白马镇", 2, 40_050), new Row("", 1, 10_000)),
                List.of(new Row("残联资金", 3, 50_050)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ReportWriter().write("某县2025年度资助参保情况汇总表", report, out);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook).hasSize(3).allSatisfy(ReportWriterTests::assertOnOnePage);
            Sheet townships = workbook.getSheetAt(1);
            assertThat(townships.getRow(3).getCell(0).getStringCellValue()).isEqualTo("未注明");
            assertThat(townships.getRow(4).getCell(1).getNumericCellValue()).isEqualTo(3);
            assertThat(townships.getRow(4).getCell(2).getNumericCellValue()).isEqualTo(500.5);
        }
    }

    @Test
    void whereSomebodyStandsInTwoRowsTheTableSaysWhyItsTotalIsLess() throws IOException {
        Report report = new Report(
                1,
                40_000,
                List.of(new Row("低保", 1, 12_600), new Row("特困", 1, 27_400)),
                List.of(new Row("白马镇", 1, 40_000)),
                List.of(new Row("省级财政", 1, 40_000)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ReportWriter().write("某县2025年度资助参保情况汇总表", report, out);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(noteOf(workbook.getSheetAt(0))).contains("各行都计人数，合计只计一次");
            assertThat(noteOf(workbook.getSheetAt(1))).as("nothing to explain").doesNotContain("计人数");
        }
    }

    /** The line above the place for the seal. */
    private static String noteOf(Sheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .map(row -> row.getCell(0) == null ? "" : row.getCell(0).getStringCellValue())
                .filter(text -> text.startsWith("注"))
                .findFirst()
                .orElse("");
    }

    /** Else the amounts are printed on another page than the people. */
    private static void assertOnOnePage(Sheet sheet) {
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue())
                .contains("填表单位（盖章）", "填表人");
    }
}
