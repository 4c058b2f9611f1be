package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhubao.roster.excel.RosterFiles.NUMBER;
import static org.zhubao.roster.excel.RosterFiles.OTHER_NUMBER;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.RosterFileRefused;

/** Text files in the encodings and with the delimiters that office programs write. */
class TextFilesTests {

    @TempDir
    Path folder;

    private final RosterFiles file = RosterFiles.usual().person("张三", NUMBER).person("扎西·次仁", OTHER_NUMBER);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16", "UTF-16BE", "UTF-16LE"})
    void everyEncodingIsRecognised(String charset) {
        assertThat(read(file.text(folder, ",", Charset.forName(charset))).rows())
                .extracting(CheckedRow::name)
                .containsExactly("张三", "扎西·次仁");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() throws Exception {
        Path plain = new RosterFiles()
                .row("姓名", "身份证号", "人员类别")
                .row("张三", NUMBER, "低保")
                .text(folder, ",", StandardCharsets.UTF_8);
        Path marked = RosterFiles.write(
                folder.resolve("marked.csv"), ("\uFEFF" + Files.readString(plain)).getBytes(StandardCharsets.UTF_8));

        assertThat(read(marked).only().name()).isEqualTo("张三");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void everyDelimiterIsFound(String delimiter) {
        assertThat(read(file.text(folder, delimiter, StandardCharsets.UTF_8)).rows())
                .hasSize(2)
                .allMatch(row -> row.problems().isEmpty());
    }

    @Test
    void quotedCellsMayHoldDelimitersAndLineBreaks() {
        String text = "姓名,身份证号,人员类别,备注\n张三," + NUMBER + ",低保,\"低保,\n特困\"\n李四," + OTHER_NUMBER + ",低保,\n";
        Reading reading = read(RosterFiles.write(folder.resolve("a.csv"), text.getBytes(StandardCharsets.UTF_8)));

        assertThat(reading.row(2).raw()).endsWith("低保,\n特困");
        assertThat(reading.row(3).name()).isEqualTo("李四");
    }

    @Test
    void rareCharactersOfGb18030Survive() {
        Path rare = new RosterFiles()
                .row("姓名", "身份证号", "人员类别")
                .row("王\uD842\uDFB7", NUMBER, "低保")
                .text(folder, ",", Charset.forName("GB18030"));

        assertThat(read(rare).only().name()).isEqualTo("王\uD842\uDFB7");
    }

    @Test
    void aListInBig5IsRefusedByNameInsteadOfBeingReadAsOtherCharacters() {
        Path big5 = new RosterFiles()
                .row("姓名", "身分證號", "人員類別")
                .row("張三", NUMBER, "低保")
                .text(folder, ",", Charset.forName("Big5"));

        assertThatThrownBy(() -> read(big5)).isInstanceOfSatisfying(RosterFileRefused.class, e -> {
            assertThat(e.code()).isEqualTo("unsupported");
            assertThat(e.arguments()).containsExactly("format.big5");
        });
    }

    @Test
    void aTextFileWithoutAnybodyIsNotCalledASheetWithoutAName() {
        Path empty = new RosterFiles().row("姓名", "身份证号", "人员类别").text(folder, ",", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(empty))
                .isInstanceOfSatisfying(
                        RosterFileRefused.class, e -> assertThat(e.arguments()).containsExactly("format.text"));
    }

    @Test
    void bytesThatAreNoTextInAnyEncodingAreRefused() {
        byte[] bytes = "姓名,身份证号\n".getBytes(StandardCharsets.UTF_8);
        bytes[2] = (byte) 0xFF;

        assertThatThrownBy(() -> read(RosterFiles.write(folder.resolve("a.csv"), bytes)))
                .isInstanceOfSatisfying(
                        RosterFileRefused.class, e -> assertThat(e.code()).isEqualTo("broken"));
    }

    private static Reading read(Path path) {
        return Reading.of(path, Expectations.civilAffairs());
    }
}
