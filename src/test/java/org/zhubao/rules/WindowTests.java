package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WindowTests {

    private static final LocalDate CUT_OFF = LocalDate.of(2020, 8, 31);

    @Test
    void anAgeIsReachedOnTheBirthday() {
        Window sixty = Window.ofAge(CUT_OFF, 60, null);
        assertThat(sixty.contains(LocalDate.of(1960, 8, 31))).isTrue();
        assertThat(sixty.contains(LocalDate.of(1960, 9, 1))).isFalse();
    }

    @Test
    void anUpperAgeLastsUntilTheNextBirthday() {
        Window atMost16 = Window.ofAge(CUT_OFF, null, 16);
        assertThat(atMost16.contains(LocalDate.of(2003, 9, 1))).isTrue();
        assertThat(atMost16.contains(LocalDate.of(2003, 8, 31))).isFalse();
    }

    @Test
    void whoeverIsBornOnALeapDayIsAYearOlderOnTheFirstOfMarch() {
        LocalDate leapDay = LocalDate.of(2004, 2, 29);
        assertThat(Window.ofAge(LocalDate.of(2022, 2, 28), 18, null).contains(leapDay))
                .isFalse();
        assertThat(Window.ofAge(LocalDate.of(2022, 3, 1), 18, null).contains(leapDay))
                .isTrue();
    }

    @Test
    void aWindowHasAtLeastOneDay() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(CUT_OFF, CUT_OFF));
        assertThat(Window.ALWAYS.contains(CUT_OFF)).isTrue();
    }
}
