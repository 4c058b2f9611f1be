package org.zhubao.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTests {

    private static final IdNumber NUMBER = IdNumber.of("11010519491231002X").orElseThrow();

    @Test
    void theStandardsOwnExampleIsValid() {
        assertThat(NUMBER.full()).isEqualTo("11010519491231002X");
        assertThat(NUMBER.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(NUMBER.isMale()).isFalse();
        assertThat(NUMBER.lastFour()).isEqualTo("002X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "11010519491231002x",
                "110105194913310026",
                "1101051949123100",
                "",
                "身份证号码身份证号码身份证号码身份证"
            })
    void aWrongFormDateOrCheckCharacterIsNoNumber(String text) {
        assertThat(IdNumber.of(text)).isEmpty();
    }

    @Test
    void itIsNeverPrintedWholeByAccident() {
        assertThat(NUMBER).hasToString("110105********002X");
        assertThat(IdNumber.mask("510402123")).isEqualTo("*********");
    }
}
