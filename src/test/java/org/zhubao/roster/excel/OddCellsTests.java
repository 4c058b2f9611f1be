package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhubao.roster.excel.RosterFiles.NUMBER;
import static org.zhubao.roster.excel.RosterFiles.OTHER_NUMBER;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterFileRefused;

/** Cells as no spreadsheet program writes them, but some exporting program does. */
class OddCellsTests {

    private static final String HEADING = HandMadeWorkbook.row(1, "姓名", "身份证号", "人员类别", "备注");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {" 7 ", "\n7", "NaN", "INF", "七", "1,200", ""})
    void aNumberThatIsNoneSpoilsNeitherItsRowNorTheFile(String written) {
        String odd = person(2, "张三", NUMBER).replace("</row>", "<c r=\"D2\"><v>" + written + "</v></c></row>");

        Reading reading = read(HEADING + odd + person(3, "李四", OTHER_NUMBER));

        assertThat(reading.rows()).extracting(CheckedRow::name).containsExactly("张三", "李四");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void anIdentityNumberInANumericCellWithBlanksHasLostItsDigitsAllTheSame() {
        String odd =
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>张三</t></is></c><c r=\"B2\"><v> 510421199003074000 </v>"
                        + "</c><c r=\"C2\" t=\"inlineStr\"><is><t>低保</t></is></c></row>";

        assertThat(read(HEADING + odd + person(3, "李四", OTHER_NUMBER)).problems(2))
                .containsExactly(ProblemCode.NUMERIC_IDENTITY_NUMBER);
    }

    @Test
    void howANameIsPronouncedNeverBecomesPartOfIt() {
        String rows =
                HEADING + person(2, "张三", NUMBER).replace("张三</t>", "张三</t><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh>");

        RosterFileRefused refused = catchThrowableOfType(RosterFileRefused.class, () -> read(rows));

        assertThat(refused.code()).isEqualTo("unsupported");
        assertThat(refused.arguments()).containsExactly("format.phonetic");
    }

    @Test
    void howASharedNameIsPronouncedIsPassedOver() {
        HandMadeWorkbook workbook = workbook(HEADING
                        + person(2, "张三", NUMBER).replaceFirst("t=\"inlineStr\"><is>.*?</is>", "t=\"s\"><v>0</v>"))
                .part(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"" + HandMadeWorkbook.SHEETS
                                + "\"><si><t>张三</t><rPh sb=\"0\" eb=\"1\"><t>zhang</t>" + "</rPh></si></sst>");

        assertThat(read(workbook).only().name()).isEqualTo("张三");
    }

    @Test
    void aListThatBeginsFarToTheRightIsRead() {
        // Columns KA to KD are the 287th and those after it
        String rows = (HEADING + person(2, "张三", NUMBER)).replaceAll("r=\"([A-D]\\d)\"", "r=\"K$1\"");

        assertThat(read(rows).only().name()).isEqualTo("张三");
    }

    private static String person(int row, String name, String number) {
        return HandMadeWorkbook.row(row, name, number, "低保");
    }

    private Reading read(String rows) {
        return read(workbook(rows));
    }

    private static Reading read(HandMadeWorkbook workbook) {
        return Reading.of(workbook.file(), Expectations.civilAffairs());
    }

    private HandMadeWorkbook workbook(String rows) {
        return new HandMadeWorkbook(folder.resolve("a.xlsx")).sheet(rows);
    }
}
