package org.zhubao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final OneTimeCodes codes = new OneTimeCodes();

    /** The examples of RFC 6238, appendix B, cut to six digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(codes.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-30, true", "0, true", "30, true", "-60, false", "60, false"})
    void aClockMayBeHalfAMinuteWrong(long seconds, boolean right) {
        Instant now = Instant.ofEpochSecond(1_700_000_010);

        assertThat(codes.stepOf(codes.code(SECRET, now.plusSeconds(seconds)), SECRET, now)
                        .isPresent())
                .isEqualTo(right);
    }

    @Test
    void whatIsNoCodeIsWrong() {
        assertThat(codes.stepOf("", SECRET, Instant.EPOCH.plusSeconds(90))).isEmpty();
        assertThat(codes.stepOf("abcdef", SECRET, Instant.EPOCH.plusSeconds(90)))
                .isEmpty();
    }
}
