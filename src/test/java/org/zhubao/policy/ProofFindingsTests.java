package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Coverage;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Finding.Result;
import org.zhubao.rules.Held;
import org.zhubao.rules.Proof;

/** Each kind of finding in the smallest text that shows it. */
class ProofFindingsTests {

    private static final String HIGHEST = "overlap: {rules: [{highest: any, clause: c}]}";

    @Test
    void aPolicyInWhichAllIsSaidHasNoFindings() {
        Proof proof = Proof.of(draft("a: for: poor, pays: {fixed: 100}, funds: county")
                .with("identities: {poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c}}")
                .policy());
        assertThat(proof.findings()).singleElement().satisfies(f -> assertThat(f.about())
                .containsExactly("r"));
        assertThat(proof.coverage()).isEqualTo(new Coverage(1, 1, List.of(new Coverage.Dimension("poor", 2)), 2, 2));
    }

    @Test
    void twoAmountsWithoutARuleAreUndetermined() {
        Proof proof = Proof.of(draft(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 120}, funds: county")
                .policy());
        Finding finding = only(proof, Kind.UNDETERMINED);
        assertThat(finding.about()).containsExactly("old", "poor");
        assertThat(finding.example().held()).extracting(Held::identity).containsExactly("poor", "old");
        assertThat(finding.results()).extracting(Result::subsidyFen).containsExactly(10_000L, 12_000L);
        assertThat(finding.sameAmount()).isFalse();
        assertThat(finding.basis()).isEmpty();
        assertThat(finding.cases()).isEqualTo(1);
    }

    @Test
    void aCaseThatIsOpenForTheSameCauseIsCountedWithTheSmallerOne() {
        Proof proof = Proof.of(draft(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 120}, funds: county",
                        "n: for: rural, pays: nothing")
                .with("identities: {" + identity("poor") + identity("old") + identity("rural") + "}")
                .with("overlap: {rules: [{prefer: any, over: rural, clause: c}]}")
                .policy());
        assertThat(only(proof, Kind.UNDETERMINED).cases()).isEqualTo(2);
    }

    @Test
    void theSameAmountFromAnotherFundIsUndeterminedAndSaysSo() {
        Proof proof = Proof.of(draft(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 100}, funds: assistance")
                .policy());
        assertThat(only(proof, Kind.UNDETERMINED).sameAmount()).isTrue();
    }

    @Test
    void theSameFromTheSameFundIsOnlyUnordered() {
        Proof proof = Proof.of(
                draft("a: for: [poor, old], pays: {fixed: 100}, funds: county").policy());
        assertThat(proof.of(Kind.UNDETERMINED)).isEmpty();
        assertThat(only(proof, Kind.UNORDERED).about()).containsExactly("old", "poor");
    }

    @Test
    void anIdentityThatEarnsNothingIsSilent() {
        Proof proof = Proof.of(
                draft("a: for: poor, pays: {fixed: 100}, funds: county").policy());
        assertThat(only(proof, Kind.NO_AMOUNT).about()).containsExactly("old");
        assertThat(only(proof, Kind.NO_AMOUNT).cases()).isEqualTo(1);
    }

    @Test
    void clausesThatGoRoundInACircleConflict() {
        Proof proof = Proof.of(draft(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 110}, funds: county",
                        "d: for: ill, pays: {fixed: 120}, funds: county")
                .with("identities: {" + identity("poor") + identity("old") + identity("ill") + "}")
                .with("overlap: {rules: [{prefer: poor, over: old, clause: c}, {prefer: old, over: ill, clause: c},"
                        + " {prefer: ill, over: poor, clause: c}]}")
                .policy());
        assertThat(only(proof, Kind.CONFLICTING).about()).containsExactly("ill", "old", "poor");
        assertThat(proof.of(Kind.UNDETERMINED)).isEmpty();
    }

    @Test
    void twoClausesThatSayTheOppositeConflict() {
        Proof proof = Proof.of(draft(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 120}, funds: county")
                .with("clauses: {" + clause("c") + clause("d") + "}")
                .with("overlap: {rules: [{prefer: poor, over: old, clause: c}, {prefer: old, over: poor, clause: d}]}")
                .policy());
        Finding finding = only(proof, Kind.CONFLICTING);
        assertThat(finding.basis()).containsExactly("c", "d");
        assertThat(finding.results().get(0).identities()).containsExactly("poor");
    }

    @Test
    void aRulingMayDecideAgainstALaterRule() {
        Proof proof = Proof.of(draft(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 120}, funds: county")
                .with("overlap: {rules: [{prefer: poor, over: old, clause: c}, {highest: any, ruling: r}]}")
                .policy());
        assertThat(proof.of(Kind.CONFLICTING)).isEmpty();
        assertThat(only(proof, Kind.INVERTED).results())
                .extracting(Result::subsidyFen)
                .containsExactly(10_000L, 12_000L);
    }

    @Test
    void anIdentityThatForfeitsEverythingIsInverted() {
        Proof proof = Proof.of(draft("a: for: poor, pays: {fixed: 100}, funds: county", "b: for: old, pays: nothing")
                .with("overlap: {rules: [{prefer: old, over: poor, clause: c}]}")
                .policy());
        Finding finding = only(proof, Kind.INVERTED);
        assertThat(finding.results()).extracting(Result::subsidyFen).containsExactly(0L, 10_000L);
        assertThat(finding.results().get(0).standards()).isEmpty();
        assertThat(finding.about()).containsExactly("old", "poor");
    }

    @Test
    void whatNeverDecidesIsUnreachable() {
        Proof proof = Proof.of(draft(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: poor, when: {born: {from: 2021-01-01}, not: {born: {from: 2020-01-01}}}, pays: full, funds: county",
                        "d: for: old, pays: {fixed: 120}, funds: county")
                .with("clauses: {" + clause("c") + clause("d") + "}")
                .with("overlap: {rules: [{highest: any, clause: c}, {prefer: old, over: poor, ruling: r}]}")
                .policy());
        assertThat(proof.of(Kind.UNREACHABLE))
                .extracting(Finding::about)
                .containsExactlyInAnyOrder(List.of("b"), List.of("r"), List.of("d"));
    }

    @Test
    void moreThanThePremiumIsFoundThoughNeverPaid() {
        Proof proof = Proof.of(draft(
                        "a: for: poor, pays: {fixed: 401}, funds: county",
                        "b: for: old, pays: {person-pays: 401}, funds: county",
                        "d: for: old, pays: {fixed: 400}, funds: county")
                .with(HIGHEST)
                .policy());
        assertThat(proof.of(Kind.ABOVE_PREMIUM)).extracting(Finding::about).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void fundsNamedWithMoreThanTheSubsidyAreFound() {
        String rest = "county]";
        Proof proof = Proof.of(draft(
                        "a: for: poor, pays: {fixed: 100}, funds: [{fund: assistance, fixed: 101}, " + rest,
                        "b: for: old, pays: {fixed: 100}, funds: [{fund: assistance, percent-of-subsidy: 100}, " + rest)
                .with(HIGHEST)
                .policy());
        Finding finding = only(proof, Kind.SHARES_TOO_MANY);
        assertThat(finding.about()).containsExactly("a");
        assertThat(finding.example().held()).hasSize(1);
    }

    @Test
    void aLimitFromAboveIsCheckedAtBothEnds() {
        Proof proof = Proof.of(draft(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 300}, funds: county",
                        "d: for: old, pays: {fixed: 200}, funds: county")
                .with(HIGHEST)
                .with("bounds: [{standards: [a, b, d], at-least: {percent: 50}, at-most: {fixed: 200}, clause: c}]")
                .policy());
        assertThat(proof.of(Kind.BOUND_BROKEN)).extracting(Finding::about).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void agesFactsAndAttributesAreToldApart() {
        Proof proof = Proof.of(draft(
                        "a: for: poor, when: {age: {on: 2020-08-31, from: 60}, fact: {rural: yes}}, pays: {fixed: 1}, funds: county",
                        "b: for: poor, when: {attribute: {grade: 1}}, pays: {fixed: 2}, funds: county")
                .with("facts: {rural: {name: 农村, values: [yes, no], absent: yes, clause: c},"
                        + " paid-on: {name: 缴费日期, values: date}, other: {name: 别的, values: [x, y]}}")
                .with("identities: {poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c,"
                        + " recognised: {by: paid-on}, attributes: {grade: {name: 级, values: [1, 2, 3]}}}}")
                .policy());
        assertThat(proof.coverage().dimensions())
                .containsExactly(
                        new Coverage.Dimension("birth-date", 2),
                        new Coverage.Dimension("rural", 2),
                        new Coverage.Dimension("poor", 7));
        assertThat(proof.coverage().combinations()).isEqualTo(28);
        assertThat(proof.coverage().decided()).isLessThan(28);
        Finding undetermined = only(proof, Kind.UNDETERMINED);
        assertThat(undetermined.about()).containsExactly("poor");
        assertThat(undetermined.example().birthDate()).isBefore(LocalDate.of(1960, 9, 1));
        assertThat(undetermined.example().values()).containsEntry("rural", "yes");
    }

    private static PolicyDraft draft(String... standards) {
        return PolicyDraft.draft().standards(standards);
    }

    private static String identity(String code) {
        return code + ": {name: " + code + ", certifier: health, wordings: [" + code + "], clause: c}, ";
    }

    private static String clause(String id) {
        return id + ": {document: notice, article: 一, quote: 引文}, ";
    }

    private static Finding only(Proof proof, Kind kind) {
        assertThat(proof.of(kind)).hasSize(1);
        return proof.of(kind).get(0);
    }
}
