package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.roster.RosterFileRefused;

/** Workbooks made to harm whoever opens them. */
class ZipPreflightTests {

    private static final String NUMBER = RosterFiles.NUMBER;
    private static final String HEADING = row(1, "姓名", "身份证号", "人员类别");
    private static final String PERSON = row(2, "张三", NUMBER, "低保");

    @TempDir
    Path folder;

    private HandMadeWorkbook workbook;

    @BeforeEach
    void startWorkbook() {
        workbook = new HandMadeWorkbook(folder.resolve("roster.xlsx"));
    }

    @Test
    void theHandMadeWorkbookItselfIsARoster() {
        assertThat(read(workbook.sheet(HEADING + PERSON).file()).only().name()).isEqualTo("张三");
    }

    @Test
    void aPartThatSwellsAHundredfoldIsABomb() {
        assertRefused("zip-bomb", workbook.sheet(HEADING + "<row/>".repeat(3_000_000) + PERSON));
    }

    @Test
    void aBombInAPartThatNobodyReadsIsABombAllTheSame() {
        assertRefused("zip-bomb", workbook.sheet(HEADING + PERSON).part("xl/media/image1.png", "0".repeat(20_000_000)));
    }

    @Test
    void moreThanTwoHundredPartsAreNoRoster() {
        workbook.sheet(HEADING + PERSON);
        for (int i = 0; i < 200; i++) {
            workbook.part("xl/media/" + i + ".png", "x");
        }
        assertRefused("zip-bomb", workbook);
    }

    @Test
    void partsOfTheSameNameHideOneFromTheCheck() throws IOException {
        Path file = workbook.sheet(HEADING + PERSON)
                .part("xl/worksheets/sheetX.xml", "<worksheet/>")
                .file();
        byte[] bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replace("sheetX.xml", "sheet1.xml")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(RosterFiles.write(file, bytes))).isEqualTo("zip-bomb");
    }

    @Test
    void absoluteAndClimbingNamesAreRefused() {
        assertRefused("zip-bomb", workbook.sheet(HEADING + PERSON).part("/etc/passwd", "x"));
        assertRefused("zip-bomb", workbook.sheet(HEADING + PERSON).part("../../evil.xml", "x"));
    }

    @Test
    void documentTypesWithEntitiesAreNeverOpened() {
        String declared = "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        workbook.part(
                "xl/worksheets/sheet1.xml", declared + HandMadeWorkbook.worksheet(HEADING + row(2, "&e;", NUMBER)));

        assertRefused("broken", workbook);
    }

    @Test
    void aSharedStringBeyondTheTableDoesNotFillTheMemory() {
        String cell = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2000000000</v></c></row>";
        workbook.sheet(HEADING + cell).part("xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>");

        assertRefused("broken", workbook);
    }

    @Test
    void cellsOutsideAnySheetAreRefused() {
        assertRefused("broken", workbook.sheet(HEADING + "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>"));
        assertRefused("broken", workbook.sheet(HEADING + "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>"));
    }

    @Test
    void aTextOfSixtyMegabytesIsTooLarge() {
        StringBuilder text = new StringBuilder();
        while (text.length() < 60_000_000) {
            text.append(Integer.toString(text.length() * 31, 36));
        }
        assertRefused("too-large", workbook.sheet(HEADING + row(2, text.toString(), NUMBER)));
    }

    /** The parser counts bytes of the one and characters of the other. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16"})
    void aTextIsTooLargeInPiecesAsWell(String charset) {
        StringBuilder text = new StringBuilder("<![CDATA[");
        for (int piece = 0; piece < 20; piece++) {
            while (text.length() < (piece + 1) * 100_000) {
                text.append(Integer.toString(text.length() * 31, 36));
            }
            text.append("]]><![CDATA[");
        }
        String sheet = HandMadeWorkbook.worksheet(HEADING + row(2, text + "]]>", NUMBER));
        workbook.sheet("").part("xl/worksheets/sheet1.xml", sheet.getBytes(Charset.forName(charset)));

        assertRefused("too-large", workbook);
    }

    @Test
    void bottomlessNestingIsRefused() {
        assertRefused("broken", workbook.sheet(HEADING + "<a>".repeat(100_000)));
    }

    @Test
    void theFarthestCellOfASheetCostsNothing() {
        String far = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>";

        assertThat(assertTimeoutPreemptively(
                                Duration.ofSeconds(5),
                                () -> read(
                                        workbook.sheet(HEADING + PERSON + far).file()))
                        .only()
                        .raw())
                .hasSize(3);
    }

    @Test
    void aMillionEmptyRowsCostNothing() {
        StringBuilder rows = new StringBuilder(HEADING + PERSON);
        for (int i = 3; i <= 1_000_000; i++) {
            rows.append("<row r=\"").append(i).append("\"/>");
        }
        rows.append(row(1_000_001, "李四", RosterFiles.OTHER_NUMBER, "低保"));
        Path file = workbook.sheet(rows.toString()).file();

        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(file));
        assertThat(reading.row(1_000_001).name()).isEqualTo("李四");
        assertThat(reading.shape().dataRows()).isEqualTo(2);
    }

    @Test
    void rowsWithoutNumbersAreCountedFromOne() {
        String plain = (HEADING + PERSON).replaceAll(" r=\"[A-Z]*\\d+\"", "");

        assertThat(read(workbook.sheet(plain).file()).only().rowNumber()).isEqualTo(2);
    }

    @Test
    void aFileCutOffInTheMiddleIsBroken() throws IOException {
        byte[] whole = Files.readAllBytes(workbook.sheet(HEADING + PERSON).file());
        Path half = RosterFiles.write(folder.resolve("half.xlsx"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(refusal(half)).isEqualTo("broken");
    }

    /** Zstandard, for which a library would be missing when the first byte is read. */
    @Test
    void aPartPackedAsNoOfficeProgramPacksIsBroken() throws IOException {
        byte[] bytes = Files.readAllBytes(workbook.sheet(HEADING + PERSON).file());
        for (int i = 0; i < bytes.length - 12; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 10] = 93;
            }
        }

        assertThat(refusal(RosterFiles.write(folder.resolve("packed.xlsx"), bytes)))
                .isEqualTo("broken");
    }

    private static void assertRefused(String code, HandMadeWorkbook workbook) {
        Path file = workbook.file();
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refusal(file)))
                .isEqualTo(code);
    }

    private static String refusal(Path file) {
        return catchThrowableOfType(RosterFileRefused.class, () -> read(file)).code();
    }

    private static Reading read(Path file) {
        return Reading.of(file, Expectations.civilAffairs());
    }

    private static String row(int number, String... cells) {
        return HandMadeWorkbook.row(number, cells);
    }
}
