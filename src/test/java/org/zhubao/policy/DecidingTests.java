package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhubao.policy.PolicyDraft.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Condition;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Trace;

/** Corners of a decision: which reason is given, what is taken for granted, and what is cited. */
class DecidingTests {

    private static final LocalDate IN_TIME = LocalDate.of(2020, 5, 1);
    private static final LocalDate LATE = LocalDate.of(2021, 5, 1);

    private static final String GRADED =
            """
            identities:
              poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c,
                recognised: {to: 2020-12-31},
                attributes: {grade: {name: 级, values: [1, 2, 3], absent: 3, ruling: r}, idle: {name: 无, values: [x], absent: x, ruling: r}}}
              old: {name: 老人, certifier: health, wordings: [老人], clause: c,
                attributes: {certificate: {name: 证, values: [valid, expired]}},
                excluded: [{reason: certificate-expired, when: {attribute: {certificate: expired}}, clause: c}]}
            """;

    @Test
    void anExclusionTellsMoreThanBeingLate() {
        Policy policy = draft().with(GRADED)
                .standards("a: for: [poor, old], pays: full, funds: county")
                .policy();
        Determination both = policy.determine(
                facts(new Held("poor", Map.of(), LATE), new Held("old", Map.of("certificate", "expired"), null)));
        assertThat(both.reason()).isEqualTo(Reason.CERTIFICATE_EXPIRED);
        assertThat(policy.determine(facts(new Held("poor", Map.of(), LATE))).reason())
                .isEqualTo(Reason.RECOGNISED_OUT_OF_TIME);
    }

    @Test
    void aStandardMayPayOnlyWhoWasRecognisedWithinAWindow() {
        Policy policy = draft().standards(
                        "a: for: poor, when: {recognised: {from: 2020-05-01, to: 2020-05-31}}, pays: {fixed: 100}, funds: county",
                        "b: for: poor, when: {not: {recognised: {from: 2020-05-01, to: 2020-05-31}}}, pays: {fixed: 50}, funds: county")
                .policy();
        assertThat(subsidy(policy, LocalDate.of(2020, 4, 30))).isEqualTo("50.00");
        assertThat(subsidy(policy, IN_TIME)).isEqualTo("100.00");
        assertThat(subsidy(policy, LocalDate.of(2020, 5, 31))).isEqualTo("100.00");
        assertThat(subsidy(policy, LocalDate.of(2020, 6, 1))).isEqualTo("50.00");
        assertThat(policy.determine(facts(Held.of("poor"))).reason()).isEqualTo(Reason.FACT_UNKNOWN);
    }

    @Test
    void theDayOfPaymentAndItsMonthAreTwoQuestions() {
        Policy policy = draft().with("facts: {paid-on: {name: 缴费日期, values: date}}")
                .standards(
                        "a: for: poor, when: {recognised: {by: paid-on}}, pays: {fixed: 100}, funds: county",
                        "b: for: poor, when: {recognised: {by-month-of: paid-on}, not: {recognised: {by: paid-on}}}, pays: {fixed: 50}, funds: county",
                        "d: for: poor, when: {not: {recognised: {by-month-of: paid-on}}}, pays: nothing")
                .policy();
        assertThat(paid(policy, "2020-05-01")).isEqualTo("100.00");
        assertThat(paid(policy, "2020-04-30")).isEqualTo("");
        Facts sameMonth = new Facts(
                null, List.of(new Held("poor", Map.of(), LocalDate.of(2020, 5, 31))), Map.of("paid-on", "2020-05-01"));
        assertThat(((Granted) policy.determine(sameMonth)).subsidy()).hasToString("50.00");
        assertThat(policy.comparisons("poor"))
                .extracting(Condition.RecognisedBy::attribute)
                .containsExactlyInAnyOrder("recognised-by.paid-on", "recognised-by-month-of.paid-on");
    }

    @Test
    void onlyWhatIsLookedAtIsTakenForGranted() {
        Policy policy = draft().with(GRADED)
                .standards("a: for: poor, when: {attribute: {grade: 3}}, pays: full, funds: county")
                .policy();
        assertThat(policy.determine(facts(new Held("poor", Map.of(), IN_TIME)))
                        .trace()
                        .assumed())
                .extracting(Trace.Assumed::fact)
                .containsExactly("poor.grade");
    }

    @Test
    void beingInTimeIsTakenForGrantedOnlyWhereThereIsATime() {
        String identity =
                "identities: {poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c, recognised: %s}}";
        Policy dated = draft().with(identity.formatted("{to: 2020-12-31, undated: counts, ruling: r}"))
                .standards("a: for: poor, pays: full, funds: county")
                .policy();
        assertThat(dated.determine(facts(Held.of("poor"))).trace().assumed())
                .extracting(Trace.Assumed::fact, Trace.Assumed::basis)
                .containsExactly(tuple("poor.recognised-on", List.of("r")));
        assertThat(dated.determine(facts(new Held("poor", Map.of(), IN_TIME)))
                        .trace()
                        .assumed())
                .isEmpty();
        Policy byPayment = draft().with("facts: {paid-on: {name: 缴费日期, values: date}}")
                .with(identity.formatted("{by: paid-on, undated: counts, ruling: r}"))
                .standards("a: for: poor, pays: full, funds: county")
                .policy();
        assertThat(byPayment.determine(facts(Held.of("poor"))))
                .isInstanceOfSatisfying(
                        Granted.class,
                        granted -> assertThat(granted.trace().assumed()).hasSize(1));
    }

    @Test
    void theCheaperTierIsTheLowestWhateverItsName() {
        Policy policy = draft().with("facts: {tier: {name: 档次, values: [1, 2], absent: 1, ruling: r}}")
                .with(
                        """
                        premium:
                          tiers: [1, 2]
                          components: {basic: 基本}
                          rates:
                            - {tier: 1, amounts: {basic: 300}, clause: c}
                            - {tier: 2, amounts: {basic: 200}, clause: c}
                        """)
                .standards("a: for: poor, pays: {amount: full, tier: lowest}, funds: county")
                .policy();
        assertThat(((Granted) policy.determine(facts(Held.of("poor")))).subsidy())
                .hasToString("200.00");
    }

    @Test
    void oneIdentityHeldTwiceIsOneCandidateWhereItPaysTheSame() {
        Policy policy = draft().with(GRADED)
                .standards(
                        "a: for: poor, pays: full, funds: county",
                        "b: for: poor, when: {attribute: {grade: 1}}, pays: {fixed: 10}, funds: county")
                .with("overlap: {rules: [{highest: any, clause: c}]}")
                .policy();
        Held first = new Held("poor", Map.of("grade", "1"), IN_TIME);
        Held second = new Held("poor", Map.of("grade", "2"), IN_TIME);
        Trace trace = policy.determine(facts(first, second)).trace();
        assertThat(trace.candidates())
                .containsExactly(
                        new Trace.Candidate(
                                "poor", "a", 40_000, List.of(new Trace.FundFen("county", 40_000)), List.of("c")),
                        new Trace.Candidate(
                                "poor", "b", 1_000, List.of(new Trace.FundFen("county", 1_000)), List.of("c")));
        assertThat(policy.profile(facts(first, second))).isEqualTo(policy.profile(facts(second, first)));
        Held late = new Held("poor", Map.of("grade", "1"), LATE);
        assertThat(policy.profile(facts(first, late))).isEqualTo(policy.profile(facts(late, first)));
    }

    @Test
    void tooManyUnknownFactsAreForAPersonToFindOutEvenIfNoneWouldMatter() {
        Policy policy = unknowns(13);
        assertThat(policy.determine(facts(Held.of("poor")))).isInstanceOfSatisfying(NeedsReview.class, review -> {
            assertThat(review.reason()).isEqualTo(Reason.FACT_UNKNOWN);
            assertThat(review.open()).hasSize(13);
        });
        assertThat(unknowns(12).determine(facts(Held.of("poor"))))
                .isInstanceOfSatisfying(
                        Granted.class,
                        granted -> assertThat(granted.trace().immaterial()).hasSize(12));
    }

    /** A policy that asks for so many facts and pays everybody the same. */
    private static Policy unknowns(int facts) {
        return draft().with("facts: {"
                        + IntStream.range(0, facts)
                                .mapToObj(i -> "f" + i + ": {name: 事, values: [yes, no]}")
                                .collect(Collectors.joining(", "))
                        + "}")
                .standards("a: for: poor, when: {any: ["
                        + IntStream.range(0, facts)
                                .mapToObj(i -> "{fact: {f" + i + ": [yes, no]}}")
                                .collect(Collectors.joining(", "))
                        + "]}, pays: full, funds: county")
                .policy();
    }

    private static String paid(Policy policy, String paidOn) {
        Facts person = new Facts(null, List.of(new Held("poor", Map.of(), IN_TIME)), Map.of("paid-on", paidOn));
        return policy.determine(person) instanceof Granted granted
                ? granted.subsidy().toString()
                : "";
    }

    private static String subsidy(Policy policy, @Nullable LocalDate recognised) {
        return ((Granted) policy.determine(facts(new Held("poor", Map.of(), recognised))))
                .subsidy()
                .toString();
    }

    private static Facts facts(Held... held) {
        return new Facts(LocalDate.of(1980, 1, 1), List.of(held), Map.of());
    }
}
