package org.zhubao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private final PasswordPolicy asvs = new AsvsPasswords();
    private final PasswordPolicy dengbao = new DengbaoPasswords();

    @ParameterizedTest
    @CsvSource({
        "elevenchars, password.too-short",
        "password1234, password.common",
        "PassWord1234, password.common",
        "1qaz2wsx3edc, password.common",
        "121212121212, password.common",
        "aaaaaaaaaaaaaaa, password.common"
    })
    void lengthIsNotEnoughWhereEverybodyWouldGuessIt(String password, String problem) {
        assertThat(asvs.problem(password)).map(PasswordProblem::code).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all small letters will do", "今天下午米易县在下小雨吗", "9f8a7c6e5b4d"})
    void aLongSentenceNeedsNoKinds(String password) {
        assertThat(asvs.problem(password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Short1234, password.too-short",
        "onlysmallletters, password.too-plain",
        "smallletters1234, password.too-plain",
        "123456789012, password.too-plain"
    })
    void complexityAsksForThreeOfFourKinds(String password, String problem) {
        assertThat(dengbao.problem(password)).map(PasswordProblem::code).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Abcdefgh12", "abc-defgh-12", "ABC-defgh-", "米易县2025Abc米易"})
    void anyThreeKindsWillDo(String password) {
        assertThat(dengbao.problem(password)).isEmpty();
    }

    @Test
    void onlyOneOfThemLetsPasswordsExpire() {
        assertThat(asvs.lifetime()).isEmpty();
        assertThat(dengbao.lifetime()).contains(Duration.ofDays(90));
        assertThat(dengbao.remembered()).isEqualTo(AppUser.PASSWORDS_KEPT);
    }
}
