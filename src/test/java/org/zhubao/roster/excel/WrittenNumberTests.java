package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.roster.ProblemCode.FIFTEEN_DIGITS;
import static org.zhubao.roster.ProblemCode.MALFORMED_IDENTITY_NUMBER;
import static org.zhubao.roster.ProblemCode.MISSING_IDENTITY_NUMBER;
import static org.zhubao.roster.ProblemCode.NUMERIC_IDENTITY_NUMBER;
import static org.zhubao.roster.ProblemCode.OTHER_DOCUMENT;
import static org.zhubao.roster.ProblemCode.WRONG_CHECK_CHARACTER;
import static org.zhubao.roster.excel.RosterFiles.NUMBER;
import static org.zhubao.roster.excel.RosterFiles.OTHER_NUMBER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.ProblemCode;

class WrittenNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "51042119680101317X",
                "51042119680101317x",
                " 510421 19680101 317X　",
                "５１０４２１１９６８０１０１３１７Ｘ",
                "'51042119680101317X",
                "’51042119680101317X",
                "\uFEFF51042119680101317X\u00A0",
                "51042119680101317X42",
                "51042119680101317X42B1"
            })
    void waysOfWritingOneNumberAreNoMistakes(String written) {
        WrittenNumber number = read(written);

        assertThat(number.problem()).isNull();
        assertThat(number.number()).isEqualTo(IdNumber.of(OTHER_NUMBER).orElseThrow());
    }

    @Test
    void aCertificateNumberInTheNumberColumnAlsoSaysCategoryAndGrade() {
        assertThat(read(NUMBER + "42").disability()).isEqualTo(new Disability("limb", "2"));
        assertThat(read(NUMBER + "13B2").disability()).isEqualTo(new Disability("vision", "3"));
        assertThat(read(NUMBER).disability()).isNull();
        assertThat(problem(NUMBER + "85")).isEqualTo(MALFORMED_IDENTITY_NUMBER);
    }

    @Test
    void aNumericCellIsRejectedEvenWhereItsDigitsWouldPass() {
        assertThat(WrittenNumber.of(SheetCell.number(new BigDecimal("510421199003074000")))
                        .problem()
                        .code())
                .isEqualTo(NUMERIC_IDENTITY_NUMBER);
        assertThat(WrittenNumber.of(SheetCell.number(new BigDecimal(NUMBER))).number())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10402E+17", "5.10402E17", "5.1040219900307e+17", "5E+17", "510402199003070000.0"})
    void textThatANumericCellLeftBehindIsRejectedTheSame(String written) {
        assertThat(problem(written)).isEqualTo(NUMERIC_IDENTITY_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"510421199003074212", "510421199013074217", "510421199002304214", "510421900230421"})
    void impossibleCheckCharactersAndBirthDatesAreRejected(String written) {
        assertThat(problem(written)).isEqualTo(WRONG_CHECK_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "'", "#N/A"})
    void nothingIsMissingNotWrong(String written) {
        assertThat(problem(written)).isEqualTo(MISSING_IDENTITY_NUMBER);
    }

    @Test
    void fifteenDigitsWaitForAPersonAndAreNeverCompleted() {
        WrittenNumber number = read("510421900307421");

        assertThat(number.number()).isNull();
        assertThat(number.problem().code()).isEqualTo(FIFTEEN_DIGITS);
        assertThat(number.problem().rejects()).isFalse();
        assertThat(number.problem().arguments()).containsExactly("510421*****7421");
    }

    @Test
    void residencePermitsAndNewForeignersPermitsAreNumbersLikeOthers() {
        for (String seventeen : new String[] {"81000019900307421", "83000019851231002", "91100019900307421"}) {
            String permit = seventeen + IdNumber.checkCharacter(seventeen);
            assertThat(read(permit).number()).extracting(IdNumber::full).isEqualTo(permit);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHN110001234567", "H1234567801", "M12345678", "12345678"})
    void documentsWithoutCheckCharacterWaitForAPerson(String written) {
        assertThat(problem(written)).isEqualTo(OTHER_DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"51042119900307421", "5104211990030742111", "待补", "无身份证", "51042119900307421Y"})
    void anythingElseIsMalformed(String written) {
        assertThat(problem(written)).isEqualTo(MALFORMED_IDENTITY_NUMBER);
    }

    @Property
    void everyRightNumberIsReadAsItself(
            @ForAll @IntRange(min = 110000, max = 659999) int region,
            @ForAll @DateRange(min = "1900-01-01", max = "2099-12-31") LocalDate birth,
            @ForAll @IntRange(max = 999) int sequence) {
        String digits = region + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        String number = digits + IdNumber.checkCharacter(digits);

        assertThat(read(number).number()).extracting(IdNumber::full).isEqualTo(number);
    }

    @Property
    void oneWrongDigitIsNeverAccepted(
            @ForAll @IntRange(max = 17) int place, @ForAll @IntRange(min = 1, max = 9) int shift) {
        char digit = NUMBER.charAt(place);
        String wrong = NUMBER.substring(0, place) + (digit - '0' + shift) % 10 + NUMBER.substring(place + 1);

        assertThat(read(wrong).number()).isNull();
    }

    @Property
    void whateverStandsInTheCellThereIsANumberOrAProblemThatDoesNotShowIt(
            @ForAll @StringLength(max = 24) String written) {
        WrittenNumber number = read(written);

        assertThat(number.number() == null).isNotEqualTo(number.problem() == null);
        if (number.problem() != null) {
            assertThat(number.problem().arguments()).noneMatch(argument -> argument.matches(".*\\d{14}.*"));
        }
    }

    private static WrittenNumber read(String written) {
        return WrittenNumber.of(SheetCell.text(written));
    }

    private static ProblemCode problem(String written) {
        return read(written).problem().code();
    }
}
