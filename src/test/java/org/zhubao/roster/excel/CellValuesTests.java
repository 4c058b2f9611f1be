package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single cells: what is shown, what is said, and which code a word stands for. */
class CellValuesTests {

    @ParameterizedTest
    @CsvSource({
        "280, 280",
        "280.00, 280",
        "0.1, 0.1",
        "0.10000000000000001, 0.1",
        "20200815, 20200815",
        "13800138000, 13800138000",
        "510421199003074000, 5.10421E+17",
        "5.32123195602033e+17, 5.32123E+17",
        "-3, -3",
        "0, 0"
    })
    void numbersAreShownAsASpreadsheetShowsThem(BigDecimal number, String shown) {
        assertThat(SheetCell.number(number).shown()).isEqualTo(shown);
    }

    @Property
    void whateverIsTrimmedKeepsItsInk(@ForAll String text) {
        String value = SheetCell.text(text).value();

        assertThat(text).contains(value);
        assertThat(Text.trim(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "#VALUE!", " #DIV/0! "})
    void aFailedFormulaSaysNothing(String shown) {
        assertThat(SheetCell.text(shown).isBlank()).isTrue();
        assertThat(SheetCell.text(shown).shown()).isEqualTo(shown);
    }

    @Test
    void blanksAtTheEndOfARowAndCellsFarToTheRightAreLeftOut() {
        assertThat(row("张三", "", " ", "　").cells()).hasSize(1);
        assertThat(row(" ", "").isBlank()).isTrue();
        assertThat(row("x".repeat(SheetRow.MAX_COLUMNS + 1).split("")).cells()).hasSize(SheetRow.MAX_COLUMNS);
        assertThat(row("张三").cell(7).isBlank()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"农村, rural", "农业户口, rural", "乡村, rural", "城镇, urban", "非农业, urban", "居民户口, urban", "城市, urban"})
    void householdsAreRuralOrUrban(String written, String code) {
        assertThat(Vocabulary.HOUSEHOLD.codeOf(written)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"有效, valid", "正常, valid", "已过期, expired", "冻结, frozen", "已注销, cancelled", "迁出, moved"})
    void certificatesAreInOneOfFiveStates(String written, String code) {
        assertThat(Vocabulary.CERTIFICATE.codeOf(written)).contains(code);
    }

    @Test
    void aWordThatNobodyKnowsIsNoCode() {
        assertThat(Vocabulary.HOUSEHOLD.codeOf("其他")).isEmpty();
        assertThat(Vocabulary.CERTIFICATE.codeOf("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "视力, 一级, vision, 1",
        "听力残疾, 2, hearing, 2",
        "言语, 叁级, speech, 3",
        "肢体, 4级, limb, 4",
        "智力, Ⅰ级, intellectual, 1",
        "精神残疾, Ⅳ, mental, 4",
        "多重, １, multiple, 1",
        "3, 2.0, speech, 2"
    })
    void disabilitiesAreWrittenInWordsOrDigits(String category, String grade, String code, String digit) {
        assertThat(Disability.written(category, grade)).isEqualTo(new Disability(code, digit));
    }

    @Test
    void anUnreadableDisabilityIsUnknownAndContradictsNothing() {
        Disability unknown = Disability.written("其他", "五级");

        assertThat(unknown).isEqualTo(new Disability(null, null));
        assertThat(unknown.contradicts(Disability.ofDigits("4", "2"))).isFalse();
        assertThat(unknown.orElse(Disability.ofDigits("4", "2"))).isEqualTo(new Disability("limb", "2"));
        assertThat(Disability.ofDigits("7", "4").asDigits()).isEqualTo("74");
    }

    @ParameterizedTest
    @CsvSource({
        "PK\u0003\u0004x, ZIP",
        "%PDF-1.4, PDF",
        "Rar!, ARCHIVE",
        "GIF89a, IMAGE",
        "{\\rtf1, RTF",
        "<html>, HTML",
        "<?xml version=\"1.0\"?><Workbook/>, XML",
        "<?xml version=\"1.0\"?><html/>, HTML",
        "'姓名,身份证号', TEXT"
    })
    void aFileIsKnownByItsFirstBytes(String start, FileForm form) {
        assertThat(FileForm.of(start.getBytes(StandardCharsets.UTF_8))).isEqualTo(form);
    }

    private static SheetRow row(String... texts) {
        return new SheetRow(
                1, false, List.of(texts).stream().map(SheetCell::text).toList());
    }
}
