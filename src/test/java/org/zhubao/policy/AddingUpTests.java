package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.policy.PolicyDraft.draft;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;

/** Levels that add up, on a premium of 300 yuan basic and 100 supplementary. */
class AddingUpTests {

    @Test
    void whatThePersonPaysIsWhatIsLeftInTheEndAndNotOnlyOnItsLevel() {
        assertThat(payable(levels("{fixed: 200}", "{person-pays: 100}"))).isEqualTo("100.00");
        assertThat(payable(levels("{fixed: 30}", "{person-pays: 100}"))).isEqualTo("100.00");
        assertThat(payable(levels("{fixed: 30}", "{person-pays: {percent: 40}}")))
                .isEqualTo("160.00");
    }

    @Test
    void nobodyTakesBackWhatALevelBeforeHasPaid() {
        assertThat(payable(levels("{fixed: 350}", "{person-pays: 100}"))).isEqualTo("50.00");
    }

    @Test
    void whatThePersonPaysOfOneComponentIsNotLoweredByWhatIsPaidOfAnother() {
        assertThat(payable(levels("{fixed: 60, components: supplementary}", "{person-pays: 100, components: basic}")))
                .isEqualTo("140.00");
    }

    @Test
    void noLevelPaysOneComponentWithWhatIsLeftOfAnother() {
        Policy policy = levels(
                "{fixed: 50}",
                "{percent: 60, components: basic}",
                "{fixed: 100, components: basic}",
                "{amount: full, components: supplementary}");
        assertThat(subsidies(granted(policy))).containsExactly(5_000L, 18_000L, 7_000L, 10_000L);
    }

    @Test
    void aPartWithoutComponentsTakesThemInTheOrderInWhichTheyAreDeclared() {
        Policy policy = levels(
                "{fixed: 350}", "{amount: full, components: basic}", "{amount: full, components: supplementary}");
        assertThat(subsidies(granted(policy))).containsExactly(35_000L, 0L, 5_000L);
    }

    @Test
    void twoThatPayTheSameOfDifferentComponentsAreNotTheSameToTheLevelsThatFollow() {
        String[] standards = {
            "a: for: poor, pays: {fixed: 80, components: basic}, funds: county",
            "b: for: old, pays: {fixed: 80, components: supplementary}, funds: county",
            "s: for: everyone, pays: {amount: full, components: supplementary}, funds: health"
        };
        Policy silent = draft().standards(standards)
                .with("overlap: {adds-up: {levels: [[a, b], s], clause: c}}")
                .policy();
        assertThat(of(silent, "poor", "old").reason()).isEqualTo(Reason.UNDECIDED_OVERLAP);
        Policy ordered = draft().standards(standards)
                .with("overlap: {rules: [{order: [old, poor], clause: c}],"
                        + " adds-up: {levels: [[a, b], s], clause: c}}")
                .policy();
        assertThat(subsidies((Granted) of(ordered, "poor", "old"))).containsExactly(8_000L, 2_000L);
        Policy last = draft().standards(standards)
                .with("overlap: {adds-up: {levels: [s, [a, b]], clause: c}}")
                .policy();
        assertThat(of(last, "poor")).isInstanceOf(Granted.class);
    }

    /** One level for each, everybody being paid on all of them. */
    private static Policy levels(String... pays) {
        String[] standards = new String[pays.length];
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i < pays.length; i++) {
            standards[i] = "s" + i + ": for: everyone, pays: " + pays[i] + ", funds: county";
            levels.append(i == 0 ? "s" : ", s").append(i);
        }
        return draft().standards(standards)
                .with("overlap: {adds-up: {levels: [" + levels + "], clause: c}}")
                .policy();
    }

    private static String payable(Policy policy) {
        return granted(policy).payable().toString();
    }

    private static List<Long> subsidies(Granted granted) {
        return granted.trace().paid().stream().map(c -> c.subsidyFen()).toList();
    }

    private static Granted granted(Policy policy) {
        return (Granted) of(policy);
    }

    private static Determination of(Policy policy, String... identities) {
        return policy.determine(new Facts(
                LocalDate.of(1980, 1, 1),
                Arrays.stream(identities).map(Held::of).toList(),
                Map.of()));
    }
}
