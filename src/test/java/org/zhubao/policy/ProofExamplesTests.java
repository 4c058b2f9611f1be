package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.policy.PolicyDraft.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Finding.Result;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;
import org.zhubao.rules.Trace;

/** Each finding comes with the simplest, most ordinary example, and with nothing that it is not about. */
class ProofExamplesTests {

    private static final String HIGHEST = "overlap: {rules: [{highest: any, clause: c}]}";
    private static final String RURAL = "facts: {rural: {name: 农村, values: [yes, no], absent: yes, clause: c}}";

    @Test
    void threeThatNothingOrdersAreThreePairsAndNotAFourthFinding() {
        Proof proof = Proof.of(three(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 110}, funds: county",
                        "d: for: ill, pays: {fixed: 120}, funds: county")
                .policy());
        assertThat(proof.of(Kind.UNDETERMINED))
                .extracting(Finding::about)
                .containsExactlyInAnyOrder(List.of("old", "poor"), List.of("ill", "poor"), List.of("ill", "old"));
        assertThat(proof.of(Kind.UNDETERMINED).stream()
                        .mapToLong(Finding::cases)
                        .sum())
                .isEqualTo(4);
        assertThat(proof.of(Kind.INVERTED))
                .as("an open case pays nothing yet, not less")
                .isEmpty();
    }

    @Test
    void whatOneWinsAgainstAndWhatItDoesNotAreToldApart() {
        Proof proof = Proof.of(three(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, when: {holds: ill}, pays: {fixed: 110}, funds: county",
                        "d: for: ill, pays: {fixed: 120}, funds: county",
                        "n: for: old, when: {not: {holds: ill}}, pays: nothing")
                .with("overlap: {rules: [{prefer: d, over: b, clause: c}, {prefer: a, over: [d, n], clause: c}]}")
                .policy());
        assertThat(proof.of(Kind.UNDETERMINED)).singleElement().satisfies(f -> {
            assertThat(f.about()).containsExactly("old", "poor");
            assertThat(f.example().held()).hasSize(3);
        });
    }

    @Test
    void theExampleIsTheOneWithTheFewestIdentitiesWhateverTheAge() {
        Proof proof = Proof.of(draft().standards(
                        "a: for: poor, when: {any: [{holds: old}, {born: {to: 1950-12-31}}]}, pays: {fixed: 401}, funds: county",
                        "b: for: poor, when: {not: {any: [{holds: old}, {born: {to: 1950-12-31}}]}}, pays: {fixed: 10}, funds: county",
                        "d: for: old, pays: {fixed: 5}, funds: county")
                .with(HIGHEST)
                .policy());
        Finding finding = only(proof, Kind.ABOVE_PREMIUM);
        assertThat(finding.example().held()).extracting(Held::identity).containsExactly("poor");
        assertThat(finding.example().birthDate()).isBefore(LocalDate.of(1951, 1, 1));
        assertThat(finding.cases()).isEqualTo(2);
    }

    @Test
    void theExampleIsAnOrdinaryGrownUp() {
        Proof proof = Proof.of(draft().with(RURAL)
                .standards(
                        "a: for: poor, when: {age: {on: 2020-12-31, to: 80}}, pays: {fixed: 100}, funds: county",
                        "b: for: poor, when: {any: [{age: {on: 2020-12-31, to: 16}}, {age: {on: 2020-12-31, from: 17}}]}, pays: {fixed: 110}, funds: county",
                        "d: for: old, when: {fact: {rural: yes}}, pays: full, funds: county",
                        "e: for: old, when: {fact: {rural: no}}, pays: full, funds: county")
                .policy());
        Finding finding = proof.of(Kind.UNDETERMINED).stream()
                .filter(f -> f.about().equals(List.of("poor")))
                .findFirst()
                .orElseThrow();
        assertThat(finding.example().birthDate()).isEqualTo(LocalDate.of(1940, 1, 1));
        assertThat(finding.example().values()).containsEntry("rural", "yes");
        assertThat(finding.cases())
                .as("two bands of age, rural or not, old or not")
                .isEqualTo(8);
    }

    @Test
    void findingsAreInTheOrderOfTheirNumbersThoseAboutTheFewestFirst() {
        Proof proof = Proof.of(three(
                        "a: for: poor, pays: {fixed: 401}, funds: county",
                        "b: for: old, pays: {fixed: 110}, funds: county",
                        "d: for: poor, pays: {fixed: 120}, funds: assistance")
                .policy());
        assertThat(proof.findings()).extracting(Finding::kind).isSorted();
        assertThat(proof.of(Kind.UNDETERMINED))
                .extracting(f -> f.about().size())
                .isSorted();
        assertThat(proof.of(Kind.UNDETERMINED).get(0).about()).containsExactly("poor");
        assertThat(only(proof, Kind.NO_AMOUNT).about()).containsExactly("ill");
    }

    @Test
    void anInversionNamesTheRuleThatBringsItAboutAndBothAmountsWithTheirFunds() {
        Proof proof = Proof.of(draft().with("clauses: {" + clause("c") + clause("d") + "}")
                .standards(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 120}, funds: assistance")
                .with("overlap: {rules: [{prefer: poor, over: old, clause: d}]}")
                .policy());
        Finding inverted = only(proof, Kind.INVERTED);
        assertThat(inverted.basis()).containsExactly("d");
        assertThat(inverted.results())
                .containsExactly(
                        new Result(List.of("poor"), List.of("a"), 10_000, shares("county", 10_000), List.of("c")),
                        new Result(List.of("old"), List.of("b"), 12_000, shares("assistance", 12_000), List.of("c")));
    }

    @Test
    void twoThatPayNothingNeedNoOrder() {
        Proof proof =
                Proof.of(draft().standards("a: for: [poor, old], pays: nothing").policy());
        assertThat(proof.of(Kind.UNORDERED)).isEmpty();
    }

    @Test
    void whatDoesNotCountMayStillTakeSomethingAway() {
        Proof proof = Proof.of(draft().with(
                        """
                        identities:
                          poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c,
                            attributes: {grade: {name: 级, values: [1, 2]}},
                            excluded: [{reason: excluded, when: {attribute: {grade: 2}}, clause: c}]}
                          old: {name: 老人, certifier: health, wordings: [老人], clause: c,
                            excluded: [{reason: excluded, when: {holds: poor}, clause: c}]}
                        """)
                .standards(
                        "a: for: poor, pays: {fixed: 200}, funds: county",
                        "b: for: old, pays: {fixed: 100}, funds: county")
                .policy());
        assertThat(only(proof, Kind.INVERTED).example().held())
                .containsExactly(new Held("poor", Map.of("grade", "2"), null), Held.of("old"));
    }

    @Test
    void fundsThatPayForSomebodyElseAreNotAddedUp() {
        String identities =
                """
                identities:
                  poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c}
                  old: {name: 老人, certifier: health, wordings: [老人], clause: c,
                    attributes: {grade: {name: 级, values: [1, 2]}},
                    excluded: [{reason: excluded, when: {attribute: {grade: [1, 2]}}, clause: c}]}
                """;
        String standard = "a: for: poor, pays: {fixed: 100}, funds: ["
                + "{fund: assistance, fixed: 101, when: {holds: old}}, county]";
        assertThat(Proof.of(draft().with(identities).standards(standard).policy())
                        .of(Kind.SHARES_TOO_MANY))
                .isEmpty();
        assertThat(Proof.of(draft().standards(standard).policy()).of(Kind.SHARES_TOO_MANY))
                .singleElement()
                .satisfies(f -> assertThat(f.example().held()).hasSize(2));
    }

    @Test
    void sharesThatHangOnTheIdentityInQuestionAreAddedUpForItAlone() {
        Proof proof = Proof.of(draft().with(
                        """
                        identities:
                          poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c,
                            attributes: {grade: {name: 级, values: [1, 2]}}}
                          old: {name: 老人, certifier: health, wordings: [老人], clause: c,
                            attributes: {grade: {name: 级, values: [1, 2]}}}
                        """)
                .standards("a: for: [poor, old], pays: {fixed: 100}, funds: ["
                        + "{fund: assistance, fixed: 101, when: {attribute: {grade: 2}}}, county]")
                .policy());
        Finding finding = only(proof, Kind.SHARES_TOO_MANY);
        assertThat(finding.example().held()).singleElement().satisfies(h -> assertThat(h.attributes())
                .containsEntry("grade", "2"));
    }

    @Test
    void differencesInPremiumFundsAndExclusionsAreToldApart() {
        PolicyDraft draft = draft().with(RURAL);
        assertThat(only(
                                Proof.of(draft.with(
                                                "premium: {components: {basic: 基本}, rates: ["
                                                        + "{when: {fact: {rural: no}}, amounts: {basic: 90}, clause: c}, {amounts: {basic: 400}, clause: c}]}")
                                        .standards("a: for: [poor, old], pays: {fixed: 100}, funds: county")
                                        .policy()),
                                Kind.ABOVE_PREMIUM)
                        .example()
                        .values())
                .containsEntry("rural", "no");
        assertThat(only(
                                Proof.of(draft().with(RURAL)
                                        .standards("a: for: [poor, old], pays: {fixed: 100}, funds: ["
                                                + "{fund: assistance, fixed: 101, when: {fact: {rural: no}}}, county]")
                                        .policy()),
                                Kind.SHARES_TOO_MANY)
                        .example()
                        .values())
                .containsEntry("rural", "no");
        Proof excluding = Proof.of(draft().with(RURAL)
                .standards(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 110}, funds: county")
                .with("excluded: [{reason: excluded, when: {fact: {rural: yes}}, clause: c}]")
                .policy());
        assertThat(only(excluding, Kind.UNDETERMINED).example().values()).containsEntry("rural", "no");
        assertThat(only(excluding, Kind.UNDETERMINED).cases()).isEqualTo(1);
    }

    @Test
    void aClauseIsOfUseWhereverItIsCited() {
        Proof proof = Proof.of(draft().with("clauses: {" + clause("c") + clause("attribute") + clause("exclusion")
                        + clause("recognised") + clause("fact") + clause("value") + clause("bound") + clause("sheet")
                        + clause("day") + clause("later") + clause("idle") + "}")
                .with("rulings: {}")
                .with("values: {much: {is: 100, clause: value}}")
                .with("facts: {rural: {name: 农村, values: [yes, no], absent: yes, clause: fact}}")
                .with(
                        """
                        identities:
                          poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c,
                            recognised: {to: 2020-12-31, undated: counts, clause: recognised},
                            attributes: {grade: {name: 级, values: [1, 2], absent: 1, clause: attribute}},
                            excluded: [{reason: excluded, when: {attribute: {grade: 2}, fact: {rural: yes}}, clause: exclusion}]}
                        """)
                .standards("a: for: poor, pays: {fixed: $much}, funds: county")
                .with("bounds: [{standards: a, at-most: {fixed: 400}, clause: bound}]")
                .with("settlement: [{fund: county, form: general, title: 表, unit: 元, clause: sheet}]")
                .with("calendar: [{on: 2020-12-31, who: 甲, what: 乙, clause: day}]")
                .with("after-payment: [{for: everyone, less: neither, clause: later}]")
                .policy());
        assertThat(proof.of(Kind.UNREACHABLE)).extracting(Finding::about).containsExactly(List.of("idle"));
    }

    @Test
    void theTextAloneKeepsTheRulingsThatAreNotAboutOverlaps() {
        Policy policy = draft().with(RURAL.replace("clause: c", "ruling: r"))
                .with("rulings: {" + ruling("r") + ruling("s") + "}")
                .standards(
                        "a: for: poor, when: {fact: {rural: yes}}, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {fixed: 120}, funds: county")
                .with("overlap: {rules: [{highest: any, ruling: s}]}")
                .policy();
        Policy textAlone = policy.withoutRulings();
        assertThat(Proof.of(policy).of(Kind.UNDETERMINED)).isEmpty();
        assertThat(Proof.of(textAlone).of(Kind.UNDETERMINED)).singleElement().satisfies(f -> {
            assertThat(f.results()).allSatisfy(r -> assertThat(r.basis()).containsExactly("c"));
            assertThat(f.about()).containsExactly("old", "poor");
        });
        assertThat(textAlone.ruling("r")).isPresent();
        assertThat(textAlone.ruling("s")).isEmpty();
        assertThat(textAlone.identities()).isEqualTo(policy.identities());
    }

    private static PolicyDraft three(String... standards) {
        return draft().with("identities: {" + identity("poor") + identity("old") + identity("ill") + "}")
                .standards(standards);
    }

    private static String identity(String code) {
        return code + ": {name: " + code + ", certifier: health, wordings: [" + code + "], clause: c}, ";
    }

    private static String clause(String id) {
        return id + ": {document: notice, article: 一, quote: 引文}, ";
    }

    private static String ruling(String id) {
        return id + ": {silent: 甲, decided: 乙, by: 丙, on: 2020-01-01, because: 丁}, ";
    }

    private static List<Trace.FundFen> shares(String fund, long fen) {
        return List.of(new Trace.FundFen(fund, fen));
    }

    private static Finding only(Proof proof, Kind kind) {
        assertThat(proof.of(kind)).hasSize(1);
        return proof.of(kind).get(0);
    }
}
