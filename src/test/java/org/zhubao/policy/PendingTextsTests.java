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
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Held;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;
import org.zhubao.rules.Reason;

/** A text with a blank or a doubtful quote can be looked at and completed; nobody is paid by what is not settled. */
class PendingTextsTests {

    private static final String OPEN = "values: {much: {note: 待填}}";
    private static final String COUNTY = "b: for: old, pays: {fixed: 100}, funds: county";

    @Test
    void whoeverABlankConcernsGoesToReviewAndOnlyThey() {
        PolicyReading reading = draft().with(OPEN)
                .standards("a: for: poor, pays: {fixed: $much}, funds: county", COUNTY)
                .read(2021);
        assertThat(reading.isSound()).isFalse();
        assertThat(reading.openValues()).containsExactly("much");
        Policy policy = reading.policy().orElseThrow();
        assertThat(determine(policy, "poor")).isInstanceOfSatisfying(NeedsReview.class, review -> {
            assertThat(review.reason()).isEqualTo(Reason.VALUE_OPEN);
            assertThat(review.open()).containsExactly("$much");
        });
        assertThat(determine(policy, "old").outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(determine(policy, "old", "poor").reason()).isNotEqualTo(Reason.GRANTED);
    }

    @Test
    void aBlankInAConditionPassesOverNobody() {
        for (String standard : List.of(
                "a: for: poor, when: {age: {on: $much, from: 60}}, pays: full, funds: county",
                "a: for: poor, when: {not: {born: {from: 2000-01-01, to: $much}}}, pays: full, funds: county")) {
            Policy policy = open(draft().with(OPEN).standards(standard, COUNTY));
            assertThat(determine(policy, "poor").reason()).as(standard).isEqualTo(Reason.VALUE_OPEN);
            assertThat(determine(policy, "old").reason()).as(standard).isEqualTo(Reason.GRANTED);
        }
        Policy excluding = open(draft().with(OPEN)
                .standards(COUNTY)
                .with("excluded: [{reason: excluded, when: {born: {to: $much}}, clause: c}]"));
        assertThat(determine(excluding, "old").reason()).isEqualTo(Reason.VALUE_OPEN);
    }

    @Test
    void aBlankCutOffConcernsWhoeverHoldsTheIdentity() {
        Policy policy = open(
                draft().with(OPEN)
                        .standards("a: for: [poor, old], pays: full, funds: county")
                        .with(
                                """
                        identities:
                          poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c,
                            recognised: {from: 2020-01-01, to: $much}}
                          old: {name: 老人, certifier: health, wordings: [老人], clause: c}
                        """));
        assertThat(determine(policy, "poor").reason()).isEqualTo(Reason.VALUE_OPEN);
        assertThat(determine(policy, "old").reason()).isEqualTo(Reason.GRANTED);
    }

    @Test
    void aBlankPremiumConcernsEverybody() {
        Policy policy = open(draft().with(OPEN)
                .with("premium: {components: {basic: 基本}, rates: [{amounts: {basic: $much}, clause: c}]}")
                .standards(COUNTY));
        assertThat(determine(policy, "old").reason()).isEqualTo(Reason.VALUE_OPEN);
        assertThat(determine(policy).reason()).isEqualTo(Reason.VALUE_OPEN);
    }

    @Test
    void aYearThatATableLeavesOutIsABlankOfThatYearAlone() {
        PolicyDraft draft = draft().with("values: {much: {is: {2021: 70, 2022: }, note: 逐年公布}}")
                .standards("a: for: poor, pays: {fixed: $much}, funds: county");
        assertThat(draft.read(2021).isSound()).isTrue();
        assertThat(draft.read(2022).openValues()).containsExactly("much");
        assertThat(draft.with("values: {much: {is: {2021: 70}, note: 逐年公布}}")
                        .read(2022)
                        .openValues())
                .containsExactly("much");
    }

    @Test
    void aValueTakenFromABlankIsABlank() {
        Policy policy = open(draft().with("values: {much: {note: 待填}, same: {is: $much, clause: c}}")
                .standards("a: for: poor, pays: {fixed: $same}, funds: county"));
        assertThat(determine(policy, "poor").reason()).isEqualTo(Reason.VALUE_OPEN);
    }

    @Test
    void nothingIsCheckedAgainstABlankAndNoDayIsMadeUp() {
        Policy policy = open(draft().with(OPEN)
                .standards(COUNTY)
                .with("bounds: [{standards: b, at-most: {fixed: $much}, clause: c}]")
                .with("calendar: [{on: $much, who: 甲, what: 乙, clause: c}]"));
        Proof proof = Proof.of(policy);
        assertThat(proof.of(Kind.BOUND_BROKEN)).isEmpty();
        assertThat(proof.of(Kind.VALUE_OPEN)).extracting(Finding::about).containsExactly(List.of("$much"));
        assertThat(policy.provisions().calendar()).isEmpty();
    }

    @Test
    void aClauseThatNoLongerStandsInTheNoticeIsSuspended() {
        PolicyReading reading = quoting("d", "对特困供养人员不再资助").read(2021);
        assertThat(reading.isSound()).isFalse();
        assertThat(reading.problems()).extracting(PolicyProblem::code).containsOnly("quote-not-found");
        Policy policy = reading.policy().orElseThrow();
        assertThat(determine(policy, "poor")).isInstanceOfSatisfying(NeedsReview.class, review -> {
            assertThat(review.reason()).isEqualTo(Reason.CLAUSE_CHANGED);
            assertThat(review.open()).containsExactly("d");
            assertThat(review.trace().paid()).isNotEmpty();
        });
        assertThat(determine(policy, "old").reason()).isEqualTo(Reason.GRANTED);
    }

    @Test
    void anOverlapRuleThatIsSuspendedConcernsThoseItDecided() {
        PolicyDraft draft = quoting("e", "按照就高原则");
        Policy policy = draft.read(2021).policy().orElseThrow();
        assertThat(determine(policy, "poor").reason()).isEqualTo(Reason.GRANTED);
        assertThat(determine(policy, "poor", "old").reason()).isEqualTo(Reason.CLAUSE_CHANGED);
    }

    @Test
    void theProofShowsWhomABlankOrASuspendedClauseConcerns() {
        Finding changed = Proof.of(quoting("d", "不在原文中的话").read(2021).policy().orElseThrow())
                .of(Kind.CLAUSE_CHANGED)
                .get(0);
        assertThat(changed.basis()).containsExactly("d");
        assertThat(changed.example().held()).containsExactly(Held.of("poor"));
        assertThat(changed.kind().isDefect()).isTrue();
        Finding blank = Proof.of(
                        open(draft().with(OPEN).standards("a: for: poor, pays: {fixed: $much}, funds: county")))
                .of(Kind.VALUE_OPEN)
                .get(0);
        assertThat(blank.about()).containsExactly("$much");
        assertThat(blank.cases()).isPositive();
    }

    /** Clause c pays the old, clause d the poor, and e decides between them. */
    private static PolicyDraft quoting(String clause, String words) {
        return draft().with("documents: {notice: {title: 通知, number: 1号, text: panzhihua-2020-100}}")
                .with("clauses: {" + quote("c", "医疗保险", clause, words) + quote("d", "攀枝花市", clause, words)
                        + quote("e", "贫困人员", clause, words) + "}")
                .with(
                        """
                        standards:
                          a: {name: 标准, for: poor, pays: full, funds: county, clause: d}
                          b: {name: 标准, for: old, pays: {fixed: 100}, funds: county, clause: c}
                        """)
                .with("overlap: {rules: [{highest: any, clause: e}]}");
    }

    private static String quote(String id, String words, String changed, String instead) {
        return id + ": {document: notice, article: 一, quote: " + (id.equals(changed) ? instead : words) + "}, ";
    }

    private static Policy open(PolicyDraft draft) {
        PolicyReading reading = draft.read(2021);
        assertThat(reading.problems()).extracting(PolicyProblem::code).containsOnly("value-open");
        return reading.policy().orElseThrow();
    }

    private static Determination determine(Policy policy, String... identities) {
        return policy.determine(new Facts(
                LocalDate.of(1980, 1, 1),
                Arrays.stream(identities)
                        .map(i -> new Held(i, Map.of(), LocalDate.of(2020, 5, 1)))
                        .toList(),
                Map.of()));
    }
}
