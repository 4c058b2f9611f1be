package org.zhubao.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** That the watch over logs and error pages is awake. */
class NumberWatchTests {

    private static final String NUMBER = "11010519491231002X";

    private final NumberWatch watch = new NumberWatch();

    @Test
    void aNumberInALogFailsTheClassThatWasRunningAndIsToldMasked() throws Exception {
        ByteArrayOutputStream behind = new ByteArrayOutputStream();
        try (PrintStream log = new PrintStream(new NumberWatch.Lines(behind), true, StandardCharsets.UTF_8)) {
            log.println("王小明 " + NUMBER + " 不在名单上");
        }

        assertThat(behind.toString(StandardCharsets.UTF_8)).isEqualTo("王小明 " + NUMBER + " 不在名单上\n");
        assertThatThrownBy(() -> watch.afterAll(null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("110105********002X");
        watch.afterAll(null);
    }

    @Test
    void whatOnlyLooksLikeANumberIsNone() {
        assertThat(NumberWatch.numbersIn("20241220020000000000001 110105194912310021 110105********002X"))
                .isEmpty();
        assertThat(NumberWatch.numbersIn("x1" + NUMBER.toLowerCase())).hasSize(1);
    }
}
