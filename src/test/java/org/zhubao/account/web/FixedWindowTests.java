package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhubao.support.SettableClock;

class FixedWindowTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2024-12-20T02:00:10Z"));
    private final FixedWindow window = new FixedWindow(2, clock);

    @Test
    void whoAsksTooOftenWaitsForTheNextMinute() {
        assertThat(window.admits("10.0.0.1")).isTrue();
        assertThat(window.admits("10.0.0.1")).isTrue();
        assertThat(window.admits("10.0.0.1")).isFalse();

        clock.set(Instant.parse("2024-12-20T02:00:59Z"));
        assertThat(window.admits("10.0.0.1")).isFalse();
        clock.set(Instant.parse("2024-12-20T02:01:00Z"));
        assertThat(window.admits("10.0.0.1")).isTrue();
    }

    @Test
    void oneAddressDoesNotUseUpTheTriesOfAnother() {
        window.admits("10.0.0.1");
        window.admits("10.0.0.1");

        assertThat(window.admits("10.0.0.2")).isTrue();
    }
}
