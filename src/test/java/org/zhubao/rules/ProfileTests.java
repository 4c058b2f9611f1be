package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.rules.Rulebook.CUT_OFF;
import static org.zhubao.rules.Rulebook.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileTests {

    private final Policy policy = rulebook()
            .fact("student", "yes", "no")
            .fact("height", "tall", "short")
            .pays("a", 100, new Condition.Born(Window.ofAge(CUT_OFF, 16, 59)), "poor")
            .pays("b", 100, new Condition.FactIs("student", Set.of("yes")), "old")
            .pays("c", 100, new Condition.Holds(Set.of("disabled"), Map.of("grade", Set.of("1"))), "old")
            .policy();

    @Test
    void theBreaksAreTheDaysOnWhichAnAgeChanges() {
        assertThat(policy.birthDateBreaks()).containsExactly(LocalDate.of(1960, 9, 1), LocalDate.of(2004, 9, 1));
        assertThat(policy.recognisedOnBreaks()).isEmpty();
        assertThat(policy.decidesByBands()).isTrue();
    }

    @Test
    void everybodyOfOneBandHasOneProfile() {
        assertThat(born(1960, 9, 1)).isEqualTo(born(2004, 8, 31));
        assertThat(born(1960, 8, 31)).isEqualTo(born(1900, 1, 1)).isNotEqualTo(born(1960, 9, 1));
        assertThat(born(2004, 9, 1)).isEqualTo(born(2020, 1, 1)).isNotEqualTo(born(2004, 8, 31));
    }

    @Test
    void whatThePolicyNeverLooksAtIsLeftOut() {
        Profile profile = policy.profile(new Facts(
                null,
                List.of(
                        new Held("poor", Map.of("grade", "1"), CUT_OFF),
                        new Held("disabled", Map.of("grade", "1", "colour", "red"), CUT_OFF),
                        Held.of("elsewhere")),
                Map.of("student", "yes", "height", "tall")));
        assertThat(profile.facts())
                .isEqualTo(new Facts(
                        null,
                        List.of(Held.of("poor"), new Held("disabled", Map.of("grade", "1"), null)),
                        Map.of("student", "yes")));
        assertThat(policy.factsUsed()).containsExactly("student");
        assertThat(policy.attributesUsed("disabled")).containsExactly("grade");
        assertThat(policy.attributesUsed("poor")).isEmpty();
        assertThat(policy.attributesUsed("elsewhere")).isEmpty();
    }

    @Test
    void theOrderAndRepetitionOfIdentitiesDoNotMatter() {
        assertThat(policy.profile(Rulebook.holding("old", "poor", "old")))
                .isEqualTo(policy.profile(Rulebook.holding("poor", "old")));
    }

    private Profile born(int year, int month, int day) {
        return policy.profile(new Facts(LocalDate.of(year, month, day), List.of(), Map.of()));
    }
}
