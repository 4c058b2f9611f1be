package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhubao.roster.excel.RosterFiles.NUMBER;
import static org.zhubao.roster.excel.RosterFiles.OTHER_NUMBER;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterFileRefused;

/** Lists as other systems export them and clerks mend them: nobody on them may get lost without a word. */
class OddListsTests {

    private static final String CSV = "姓名,身份证号,人员类别,备注\n张三," + NUMBER + ",低保,\n李四," + OTHER_NUMBER + ",低保,\n";
    private static final String PAGE = "<table><tr><td>姓名</td><td>身份证号</td></tr></table>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "白马镇小计|||12人|",
                "总合计|||12|",
                "本页共 12 人|||12|",
                "以上共计12人|||12|",
                "|||打印时间：2020-08-18 10:11:12|2020081810",
                "导出时间||||2020-08-18 10:11:12",
                "主管领导签字：|||经办人签字：|日期：2020-08-18",
                "单位负责人（签字）：王||||联系方式：13800138000",
                "※注：以上人员|||见|附件",
                "|||以下空白|",
                "/|/|/|/|/",
                "1|白马镇|无|无|无",
                "1|||——|"
            })
    void whoSumsUpSignsOrFillsSpaceIsNobody(String line) {
        Reading reading =
                read(RosterFiles.usual().row((Object[]) line.split("\\|", -1)).person("张三", NUMBER));

        assertThat(reading.only().name()).isEqualTo("张三");
    }

    @ParameterizedTest
    @ValueSource(strings = {"说明：低保户", "日期", "小计", "/"})
    void whoHasANumberIsSomebodyWhateverStandsBeforeThem(String before) {
        assertThat(read(RosterFiles.usual().row(before, "白马镇", "东山村", "张三", NUMBER, "低保"))
                        .only()
                        .acceptable())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aHiddenColumnThatTheListNeedsIsNamedAsWhatIsMissing(String form) {
        Workbook workbook = form.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        Sheet sheet = workbook.createSheet();
        RosterFiles.usual().person("张三", NUMBER).fill(sheet);
        sheet.setColumnHidden(4, true);

        RosterFileRefused refused = refusal(RosterFiles.save(folder.resolve("a." + form), workbook));

        assertThat(refused.code()).isEqualTo("hidden-column");
        assertThat(refused.arguments()).containsExactly("column.id-number", "E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"注：1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16", "A|B|C|D|E|F|G|H|I|J|K|L|M|N|O|P|Q|R"})
    void aNoteFullOfOtherMarksDoesNotDecideWhatParts(String note) {
        assertThat(text("a.csv", note + "\n" + CSV).rows())
                .extracting(CheckedRow::rowNumber)
                .containsExactly(3, 4);
    }

    @Test
    void whatStandsInEveryLineOnceDoesNotPartWhatIsPartedMoreOften() {
        String list = CSV.replace(",", "\t").replace("备注", "备注,其他").replace("低保\t", "低保\t无,无");

        assertThat(text("a.txt", list).rows()).hasSize(2).allMatch(CheckedRow::acceptable);
    }

    @Test
    void aFormulaThatOnlyHoldsTextIsThatText() {
        Reading reading = text("a.csv", CSV.replace(NUMBER, "=\"" + NUMBER + "\""));

        assertThat(reading.row(2).number().full()).isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "赵六\""})
    void aQuotationMarkThatSwallowsPeopleIsRefusedWithItsRow(String last) {
        String list = CSV.replace("张三", "\"张三") + last + "," + NUMBER + ",低保,\n王五," + NUMBER + ",低保,\n";

        assertThat(refusal("a.csv", list).code()).isEqualTo("open-quote");
        assertThat(refusal("a.csv", list).arguments()).containsExactly("2");
    }

    @Test
    void aRemarkOfTwoLinesMayNameAnotherNumber() {
        assertThat(text("a.csv", CSV.replace("低保,\n李四", "低保,\"户主：\n" + OTHER_NUMBER + "\"\n李四"))
                        .rows())
                .hasSize(2);
    }

    @Test
    void theMarkThatOldProgramsPutAtTheEndIsNobody() {
        assertThat(text("a.txt", CSV + "\u001A").rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=gb2312>" + PAGE,
                "<style>td{}</style>" + PAGE,
                "<!-- 导出 -->\n" + PAGE,
                "<DIV>" + PAGE + "</DIV>",
                "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>" + PAGE
            })
    void aWebPageUnderTheNameOfAWorkbookIsCalledAWebPage(String page) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"), StandardCharsets.UTF_16)) {
            Path file = RosterFiles.write(folder.resolve("导出.xls"), page.getBytes(charset));

            assertThat(refusal(file).arguments()).containsExactly("format.html");
        }
    }

    @ParameterizedTest
    @CsvSource({"xmlns, 张三", "r, 张三", "cells, 张三", "both, 张三"})
    void whatPartsOfTheFormMayBeLeftOutIsLeftOut(String without, String name) {
        String rows = HandMadeWorkbook.row(1, "姓名", "身份证号", "人员类别")
                + HandMadeWorkbook.row(2, name, NUMBER, "低保")
                + HandMadeWorkbook.row(3, "李四", OTHER_NUMBER, "低保");
        String bare =
                switch (without) {
                    case "r" -> rows.replaceAll("<row r=\"\\d+\"", "<row");
                    case "cells" -> rows.replaceAll("<c r=\"[A-Z]\\d+\"", "<c");
                    case "both" -> rows.replaceAll("<(row|c) r=\"[A-Z]?\\d+\"", "<$1");
                    default -> rows.replaceAll("<(/?)(row|c|is|t)\\b", "<$1x:$2");
                };
        HandMadeWorkbook workbook = new HandMadeWorkbook(folder.resolve("a.xlsx")).sheet(bare);
        if (without.equals("xmlns")) {
            workbook.replace(
                    "xl/worksheets/sheet1.xml",
                    "<worksheet ",
                    "<worksheet xmlns:x=\"" + HandMadeWorkbook.SHEETS + "\" ");
        }

        assertThat(read(workbook.file()).rows())
                .extracting(CheckedRow::rowNumber)
                .containsExactly(2, 3);
        assertThat(read(workbook.file()).row(2).name()).isEqualTo(name);
    }

    @Test
    void twoRowsOfOneNumberAreNoSheet() {
        String rows = HandMadeWorkbook.row(1, "姓名", "身份证号", "人员类别")
                + HandMadeWorkbook.row(2, "张三", NUMBER, "低保")
                + HandMadeWorkbook.row(2, "李四", OTHER_NUMBER, "低保");

        assertThat(refusal(new HandMadeWorkbook(folder.resolve("a.xlsx"))
                                .sheet(rows)
                                .file())
                        .code())
                .isEqualTo("broken");
    }

    @Test
    void theStrictFormIsNamedSoThatItCanBeSavedAsTheUsualOne() {
        HandMadeWorkbook usual = new HandMadeWorkbook(folder.resolve("a.xlsx"))
                .sheet(HandMadeWorkbook.row(1, "姓名", "身份证号", "人员类别")
                        + HandMadeWorkbook.row(2, "张三", NUMBER, "低保")
                                .replace("</row>", "<c r=\"D2\" t=\"d\"><v>2021-03-05</v></c></row>"));
        assertThat(refusal(usual.file()).arguments()).containsExactly("format.strict");

        HandMadeWorkbook strict = new HandMadeWorkbook(folder.resolve("b.xlsx"))
                .replace("xl/workbook.xml", HandMadeWorkbook.SHEETS, "http://purl.oclc.org/ooxml/spreadsheetml/main");
        assertThat(refusal(strict.file()).arguments()).containsExactly("format.strict");
    }

    @Test
    void aFormulaThatNobodyComputedKeepsItsRowAndOneThatCameToNothingNone() {
        String rows = HandMadeWorkbook.row(1, "姓名", "身份证号", "人员类别")
                + "<row r=\"2\"><c r=\"A2\"><f>X2</f></c><c r=\"B2\"><f>Y2</f></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>X3</f><v></v></c><c r=\"B3\" t=\"str\"><f>Y3</f><v></v></c></row>";
        Reading reading =
                read(new HandMadeWorkbook(folder.resolve("a.xlsx")).sheet(rows).file());

        assertThat(reading.only().rowNumber()).isEqualTo(2);
        assertThat(reading.problems(2)).contains(ProblemCode.MALFORMED_IDENTITY_NUMBER);
    }

    @Test
    void manyNumbersThatEndInThreeZerosHaveLostTheirDigitsEvenWhereTheCheckCharacterIsRight() {
        RosterFiles file = RosterFiles.usual();
        String right = "510421199003074000";
        assertThat(WrittenNumber.of(SheetCell.text(right)).problem()).isNull();
        List.of(right, "510421199003075000", "510421199003076000").forEach(number -> file.person("张三", number));

        assertThat(refusal(file.xlsx(folder)).code()).isEqualTo("lost-digits");
        assertThat(refusal(file.xlsx(folder)).arguments()).containsExactly("3", "3");
    }

    @Test
    void oneRightNumberThatEndsInThreeZerosIsARightNumber() {
        Reading reading =
                read(RosterFiles.usual().person("张三", "510421199003074000").person("李四", OTHER_NUMBER));

        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void aWrongNumberThatEndsInThreeZerosWasNumericOnce() {
        assertThat(read(RosterFiles.usual().person("张三", "510421199003075000")).problems(4))
                .containsExactly(ProblemCode.NUMERIC_IDENTITY_NUMBER);
    }

    private Reading text(String name, String content) {
        return read(RosterFiles.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8)));
    }

    private Reading read(RosterFiles file) {
        return read(file.xlsx(folder));
    }

    private static Reading read(Path file) {
        return Reading.of(file, Expectations.civilAffairs());
    }

    private RosterFileRefused refusal(String name, String content) {
        return refusal(RosterFiles.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8)));
    }

    private static RosterFileRefused refusal(Path file) {
        return catchThrowableOfType(RosterFileRefused.class, () -> read(file));
    }
}
