package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhubao.roster.excel.RosterFiles.NUMBER;
import static org.zhubao.roster.excel.RosterFiles.OTHER_NUMBER;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.ProblemCode;

/** What both kinds of workbook can hold: several sheets, hidden things, formulas, errors, dates. */
class WorkbooksTests {

    @TempDir
    Path folder;

    static Stream<Named<Workbook>> workbooks() {
        return Stream.of(Named.of("xlsx", new XSSFWorkbook()), Named.of("xls", new HSSFWorkbook()));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void theFirstVisibleSheetWithPeopleIsReadAndTheOthersAreNamed(Workbook workbook) {
        RosterFiles.usual().person("王五", NUMBER).fill(workbook.createSheet("去年"));
        new RosterFiles().row("1.身份证号码请设置为文本格式。").fill(workbook.createSheet("填表说明"));
        RosterFiles.usual().fill(workbook.createSheet("模板"));
        RosterFiles.usual().person("张三", NUMBER).fill(workbook.createSheet("花名册"));
        RosterFiles.usual().person("李四", OTHER_NUMBER).fill(workbook.createSheet("其他"));
        workbook.setSheetHidden(0, true);
        Reading reading = read(workbook);

        assertThat(reading.shape().sheetName()).isEqualTo("花名册");
        assertThat(reading.shape().skippedSheets()).containsExactly("去年", "填表说明", "模板", "其他");
        assertThat(reading.only().name()).isEqualTo("张三");
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void hiddenPeopleAreNotReadButCounted(Workbook workbook) {
        Sheet sheet = workbook.createSheet();
        RosterFiles.usual()
                .person("张三", NUMBER)
                .person("李四", OTHER_NUMBER)
                .row("合计", 2, "人")
                .fill(sheet);
        sheet.getRow(4).setZeroHeight(true);
        sheet.getRow(5).setZeroHeight(true);
        Reading reading = read(workbook);

        assertThat(reading.rows()).extracting(CheckedRow::name).containsExactly("张三");
        assertThat(reading.shape().skippedHiddenRows()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void formulasCountWithTheValueTheyWereSavedWith(Workbook workbook) {
        Sheet sheet = workbook.createSheet();
        RosterFiles.usual().person("张三", NUMBER).row(2, "白马镇", "东山村").fill(sheet);
        sheet.getRow(4).createCell(3).setCellFormula("\"李\"&\"四\"");
        sheet.getRow(4).createCell(4).setCellFormula("\"51042119680101317\"&\"X\"");
        sheet.getRow(4).createCell(5).setCellFormula("F4");
        sheet.getRow(4).createCell(6).setCellFormula("DATE(2020,8,15)");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        CheckedRow row = read(workbook).row(5);

        assertThat(row.name()).isEqualTo("李四");
        assertThat(row.number().full()).isEqualTo(OTHER_NUMBER);
        assertThat(row.identity()).isEqualTo("subsistence-allowance");
        assertThat(row.recognisedOn()).isEqualTo(LocalDate.of(2020, 8, 15));
        assertThat(row.raw()).contains("2020-08-15");
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void aFormulaThatFailedLeavesTheCellMissing(Workbook workbook) {
        Sheet sheet = workbook.createSheet();
        RosterFiles.usual().person("张三", null).fill(sheet);
        sheet.getRow(3).createCell(4).setCellErrorValue(FormulaError.NA.getCode());
        Reading reading = read(workbook);

        assertThat(reading.problems(4)).containsExactly(ProblemCode.MISSING_IDENTITY_NUMBER);
        assertThat(reading.only().raw()).contains("#N/A");
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void aNumericIdentityNumberIsShownAsTheSheetShowsIt(Workbook workbook) {
        RosterFiles.usual().person("张三", 510421199003074211d).fill(workbook.createSheet());
        Reading reading = read(workbook);

        assertThat(reading.problems(4)).containsExactly(ProblemCode.NUMERIC_IDENTITY_NUMBER);
        assertThat(reading.only().writtenNumber()).isEqualTo("5.10421E+17");
        assertThat(reading.only().raw()).startsWith("1", "白马镇");
    }

    @Test
    void datesOfAWorkbookThatCountsFrom1904AreRight() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
        RosterFiles.usual().row(1, "白马镇", "东山村", "张三", NUMBER, "低保", 42596).fill(workbook.createSheet());

        assertThat(read(workbook).only().recognisedOn()).isEqualTo(LocalDate.of(2020, 8, 15));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void theContentDecidesNotTheName(Workbook workbook) {
        RosterFiles.usual().person("张三", NUMBER).fill(workbook.createSheet());

        assertThat(Reading.of(RosterFiles.save(folder.resolve("名单.csv"), workbook), Expectations.civilAffairs())
                        .rows())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void whatTheCallerThrowsReachesItUnchanged(Workbook workbook) {
        RosterFiles.usual().person("张三", NUMBER).fill(workbook.createSheet());
        Path file = RosterFiles.save(folder.resolve("a"), workbook);

        assertThatThrownBy(() -> new SpreadsheetRosterReading().read(file, "a", Expectations.civilAffairs(), row -> {
                    throw new IllegalStateException("disk full");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    private Reading read(Workbook workbook) {
        return Reading.of(RosterFiles.save(folder.resolve("roster"), workbook), Expectations.civilAffairs());
    }
}
