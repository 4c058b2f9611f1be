package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.policy.PolicyDraft.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Coverage.Dimension;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;
import org.zhubao.rules.Reason;

/** A child enrolled so many days after birth: two dates of one person, of which neither alone decides. */
class NewbornTests {

    private final Policy days = policy("days: 90");

    @Test
    void theNinetiethDayStillCountsAndTheDayOfBirthDoes() {
        assertThat(outcome(days, "2021-03-01", "2021-03-01")).isEqualTo(Outcome.GRANTED);
        assertThat(outcome(days, "2021-03-01", "2021-05-29")).isEqualTo(Outcome.GRANTED);
        assertThat(outcome(days, "2021-03-01", "2021-05-30")).isEqualTo(Outcome.GRANTED);
        assertThat(outcome(days, "2021-03-01", "2021-05-31")).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(days, "2021-03-01", "2021-02-28")).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void monthsEndOnTheSameDayOfAnotherMonth() {
        Policy months = policy("months: 3");
        assertThat(outcome(months, "2021-03-01", "2021-06-01")).isEqualTo(Outcome.GRANTED);
        assertThat(outcome(months, "2021-03-01", "2021-06-02")).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(months, "2021-11-30", "2022-02-28")).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void aMissingDateIsNamedWhereItMatters() {
        Determination undated = determine(days, "2021-03-01", null);
        assertThat(undated.reason()).isEqualTo(Reason.FACT_UNKNOWN);
        assertThat(((NeedsReview) undated).open()).containsExactly("enrolled-on");
        assertThat(determine(days, null, "2021-03-01").reason()).isEqualTo(Reason.FACT_UNKNOWN);
    }

    @Test
    void suchPeopleAreToldApartOneByOneAndTheirProfilesAreTwo() {
        assertThat(days.decidesByBands()).isFalse();
        assertThat(days.factsUsed()).containsExactly("enrolled-on");
        assertThat(days.profile(facts("2021-03-01", "2021-04-01")))
                .isEqualTo(days.profile(facts("2021-05-01", "2021-05-02")));
        assertThat(Proof.of(days).coverage().dimensions())
                .contains(new Dimension("enrolled-on.within-P90D-of-birth", 2));
    }

    private static Policy policy(String within) {
        return draft().with("facts: {enrolled-on: {name: 参保日期, values: date}}")
                .standards("a: for: everyone, when: {fact: {enrolled-on: {after-birth: {" + within + "}}}},"
                        + " pays: full, funds: county")
                .policy();
    }

    private static Outcome outcome(Policy policy, String born, String enrolled) {
        return determine(policy, born, enrolled).outcome();
    }

    private static Determination determine(Policy policy, @Nullable String born, @Nullable String enrolled) {
        return policy.determine(facts(born, enrolled));
    }

    private static Facts facts(@Nullable String born, @Nullable String enrolled) {
        return new Facts(
                born == null ? null : LocalDate.parse(born),
                List.of(),
                enrolled == null ? Map.of() : Map.of("enrolled-on", enrolled));
    }
}
