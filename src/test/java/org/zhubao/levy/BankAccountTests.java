package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankAccountTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"4111111111111111", "4111 1111 1111 1111", "6212345678901234569", "6222-0000-0000-0000-004"})
    void anAccountHasTheRightLengthAndCheckDigit(String written) {
        assertThat(BankAccount.of(written)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4111111111111112", "4111111111111", "41111111111111111111", "4111x11111111111"})
    void whatIsNoAccountIsRefused(String written) {
        assertThat(BankAccount.of(written)).isEmpty();
    }

    @Test
    void everySingleWrongDigitIsFound() {
        String right = "6212345678901234569";
        for (int i = 0; i < right.length(); i++) {
            char other = right.charAt(i) == '9' ? '0' : (char) (right.charAt(i) + 1);
            assertThat(BankAccount.of(right.substring(0, i) + other + right.substring(i + 1)))
                    .as("digit %d", i)
                    .isEmpty();
        }
    }

    @Test
    void itIsNeverPrintedWhole() {
        assertThat(BankAccount.of("4111111111111111").orElseThrow()).hasToString("****1111");
    }
}
