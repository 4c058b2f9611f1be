package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SquareTests {

    @Test
    void theQuietZoneStaysWhiteAndTheFirstFinderBeginsBehindIt() {
        Square square = Square.of("otpauth://totp/Zhubao:test?secret=ABC&issuer=Zhubao");

        assertThat(square.path()).startsWith("M4,4h1v1h-1z").doesNotContain("M3,", ",3h");
        assertThat(square.size()).isGreaterThan(21 + 8);
    }
}
