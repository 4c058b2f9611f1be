package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.policy.PolicyDraft.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.BenefitYears;
import org.zhubao.rules.Clause;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Ruling;

/** Whatever a text says can be looked up again, by the names it gives. */
class PolicyContentsTests {

    private final Policy policy = draft().with("facts: {student: {name: 学生, values: [yes, no], absent: no, ruling: r},"
                    + " paid-on: {name: 缴费日期, values: date}}")
            .with(
                    """
                    identities:
                      poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c, recognised: {to: 2020-12-31}}
                      old: {name: 老人, certifier: health, wordings: [老人], clause: c, recognised: {to: 2020-06-30}}
                    """)
            .standards(
                    "a: for: poor, when: {fact: {student: yes, paid-on: {from: 2021-03-01}}, age: {on: 2020-12-31, from: 60}}, pays: full, funds: county",
                    "b: for: old, pays: {fixed: 100}, funds: county, delivery: reimbursed")
            .with("settlement: [{fund: county, form: general, title: 结算表, unit: 元, clause: c}]")
            .policy();

    @Test
    void theHeadIsKept() {
        assertThat(policy.id()).isEqualTo(policy.provisions().id()).isNotEmpty();
        assertThat(policy.title()).isEqualTo(policy.provisions().title()).isNotEmpty();
        assertThat(policy.region()).isEqualTo(policy.provisions().region()).isNotEmpty();
        assertThat(policy.benefitYear()).isEqualTo(2021);
        assertThat(policy.benefitYears())
                .satisfies(years -> assertThat(years.contains(2021)).isTrue());
    }

    @Test
    void yearsIncludeTheirEnds() {
        BenefitYears years = new BenefitYears(2021, 2023);
        assertThat(years.contains(2020)).isFalse();
        assertThat(years.contains(2021)).isTrue();
        assertThat(years.contains(2023)).isTrue();
        assertThat(years.contains(2024)).isFalse();
    }

    @Test
    void everythingNamedIsFoundByItsName() {
        assertThat(policy.clause("c").map(Clause::quote)).contains("引文");
        assertThat(policy.ruling("r").map(Ruling::by)).contains("丙");
        assertThat(policy.document("notice")).isPresent();
        assertThat(policy.fact("student").map(FactSpec::name)).contains("学生");
        assertThat(policy.fund("health").map(f -> f.department())).contains("health");
        assertThat(policy.funds()).hasSize(4);
        assertThat(policy.standard("b").map(s -> s.delivery().messageKey())).contains("delivery.reimbursed");
        assertThat(policy.standard("b").map(s -> s.delivery().word())).contains("reimbursed");
        assertThat(policy.sheets()).singleElement().satisfies(s -> assertThat(s.fund())
                .isEqualTo("county"));
        assertThat(policy.clause("r")).isEmpty();
        assertThat(policy.identity("c")).isEmpty();
    }

    @Test
    void theDaysOnWhichSomethingChangesAreListed() {
        LocalDate lateDay = LocalDate.of(2021, 1, 1);
        assertThat(policy.recognisedOnBreaks()).containsExactly(LocalDate.of(2020, 7, 1), lateDay);
        assertThat(policy.recognisedOnBreaks("poor")).containsExactly(lateDay);
        assertThat(policy.factBreaks()).containsOnlyKeys("paid-on");
        assertThat(policy.birthDateBreaks()).containsExactly(LocalDate.of(1961, 1, 1));
        assertThat(policy.factsUsed()).containsExactlyInAnyOrder("student", "paid-on");
        assertThat(policy.comparisons("poor")).isEmpty();
        assertThat(policy.birthComparisons()).isEmpty();
    }

    @Test
    void everyOutcomeSaysWhatItIs() {
        Granted granted = (Granted) policy.determine(holding("old"));
        Refused refused = (Refused) policy.determine(holding());
        NeedsReview review = (NeedsReview) policy.determine(holding("poor"));
        assertThat(granted.outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(review.outcome()).isEqualTo(Outcome.NEEDS_REVIEW);
        assertThat(Outcome.GRANTED.code()).isEqualTo("granted");
        assertThat(Outcome.NEEDS_REVIEW.messageKey()).isEqualTo("outcome.review");
        assertThat(refused.with(granted.trace()))
                .isEqualTo(new Refused(refused.reason(), "", refused.premium(), granted.trace()));
        assertThat(refused.sameResultAs(new Refused(Reason.PAYS_IN_FULL, "", refused.premium(), refused.trace())))
                .isFalse();
        assertThat(granted.standard()).isEqualTo("b");
    }

    @Test
    void theNumbersOfReasonsAndFindingsNeverChange() {
        assertThat(Reason.CLAUSE_CHANGED.code()).isEqualTo(331);
        assertThat(Reason.CLAUSE_CHANGED.messageKey()).isEqualTo("reason.331");
        assertThat(Reason.exclusion("recognised-out-of-time")).contains(Reason.RECOGNISED_OUT_OF_TIME);
        assertThat(Reason.exclusion("excluded")).contains(Reason.EXCLUDED);
        assertThat(Reason.exclusion("pays-in-full")).isEmpty();
        assertThat(Reason.exclusion("text-silent")).isEmpty();
        assertThat(Finding.Kind.UNDETERMINED.code()).isEqualTo(401);
        assertThat(Finding.Kind.CLAUSE_CHANGED.messageKey()).isEqualTo("finding.413");
        assertThat(Set.of(Finding.Kind.values()).stream().filter(k -> !k.isDefect()))
                .containsExactlyInAnyOrder(
                        Finding.Kind.UNORDERED,
                        Finding.Kind.INVERTED,
                        Finding.Kind.OVERLAP_IN_TIME,
                        Finding.Kind.UNREACHABLE,
                        Finding.Kind.GAP_IN_TIME);
    }

    private static Facts holding(String... identities) {
        return new Facts(
                LocalDate.of(1980, 1, 1),
                List.of(identities).stream()
                        .map(i -> new Held(i, Map.of(), LocalDate.of(2020, 1, 1)))
                        .toList(),
                Map.of("student", "yes", "paid-on", "2021-04-01"));
    }
}
