package org.zhubao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people of a group have in common, and the grounds of an override. */
class PatternTests {

    @Test
    void whoHoldsTheSameInAnotherOrderIsOfTheSameGroup() {
        Pattern pattern = new Pattern(List.of("disabled", "allowance", "disabled"), List.of("student"));

        assertThat(pattern.code()).isEqualTo("allowance+disabled|student");
        assertThat(pattern.words(Map.of("allowance", "低保", "disabled", "残疾人"))).isEqualTo("低保 + 残疾人");
    }

    @Test
    void aCodeIsReadBackAsItWasWritten() {
        for (Pattern pattern : List.of(
                new Pattern(List.of("a", "b"), List.of()),
                new Pattern(List.of(), List.of("died")),
                new Pattern(List.of("a"), List.of("a.grade", "b/half")))) {
            assertThat(Pattern.of(pattern.code())).isEqualTo(pattern);
        }
    }

    @Test
    void anOverrideHasAReasonAndSomethingItRestsOn() {
        LocalDate day = LocalDate.of(2024, 1, 1);

        assertThatThrownBy(() -> new Grounds(" ", "y", day, null, null)).hasMessage("review.reason-missing");
        assertThatThrownBy(() -> new Grounds("x", "", day, null, null)).hasMessage("review.document-missing");
        assertThatThrownBy(() -> new Grounds("x", "y", day, day.minusDays(1), null))
                .hasMessage("review.validity-backwards");
        assertThat(new Grounds(" x ", "y", day, day, null).reason()).isEqualTo("x");
    }
}
