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

/** An age on the day on which somebody pays: two dates of one person, of which neither alone decides. */
class AgeAtPaymentTests {

    private final Policy policy = draft().with("facts: {paid-on: {name: 缴费日期, values: date}}")
            .standards("a: for: everyone, when: {age: {on: paid-on, from: 60, to: 79}}, pays: full, funds: county")
            .policy();

    @Test
    void bothBoundsAreIncludedToTheDay() {
        assertThat(outcome("1960-10-02", "2020-10-01")).isEqualTo(Outcome.REFUSED);
        assertThat(outcome("1960-10-02", "2020-10-02")).isEqualTo(Outcome.GRANTED);
        assertThat(outcome("1940-10-02", "2020-10-01")).isEqualTo(Outcome.GRANTED);
        assertThat(outcome("1940-10-02", "2020-10-02")).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void theLeapDayIsABirthdayToo() {
        assertThat(outcome("1964-02-29", "2024-02-28")).isEqualTo(Outcome.REFUSED);
        assertThat(outcome("1964-02-29", "2024-02-29")).isEqualTo(Outcome.GRANTED);
        assertThat(outcome("1944-02-29", "2025-02-28")).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aMissingDateIsNamed() {
        assertThat(((NeedsReview) determine("1950-01-01", null)).open()).containsExactly("paid-on");
        assertThat(determine(null, "2020-10-01").outcome()).isEqualTo(Outcome.NEEDS_REVIEW);
    }

    @Test
    void peopleAreToldApartByTheAnswerAlone() {
        assertThat(policy.profile(facts("1950-01-01", "2020-10-01")))
                .isEqualTo(policy.profile(facts("1955-01-01", "2020-12-01")));
        assertThat(Proof.of(policy).coverage().dimensions()).contains(new Dimension("paid-on.at-age-60-to-79", 2));
    }

    @Test
    void aWordThatIsNoDateOfThePersonIsRefused() {
        PolicyReading reading = draft().standards(
                        "a: for: everyone, when: {age: {on: paid-on, from: 60}}, pays: full, funds: county")
                .read(2021);
        assertThat(reading.problems()).extracting(PolicyProblem::code).containsExactly("not-a-date");
    }

    private Outcome outcome(String born, String paid) {
        return determine(born, paid).outcome();
    }

    private Determination determine(@Nullable String born, @Nullable String paid) {
        return policy.determine(facts(born, paid));
    }

    private static Facts facts(@Nullable String born, @Nullable String paid) {
        return new Facts(
                born == null ? null : LocalDate.parse(born),
                List.of(),
                paid == null ? Map.of() : Map.of("paid-on", paid));
    }
}
