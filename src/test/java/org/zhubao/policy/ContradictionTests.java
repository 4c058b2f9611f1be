package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.policy.PolicyDraft.draft;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Proof;

/** When clauses contradict each other, and when one merely goes before the other. */
class ContradictionTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{prefer: poor, over: old, clause: c}, {highest: any, clause: d}",
                "{order: [poor, old], clause: c}, {highest: any, clause: d}",
                "{highest: poor, against: old, clause: c}, {order: [poor, old], clause: d}",
                "{highest: any, clause: c}, {order: [poor, old], clause: d}",
                "{prefer: poor, over: old, clause: c}, {prefer: old, over: any, clause: d}",
                "{prefer: poor, over: old, clause: c}, {prefer: {certifier: health}, over: poor, clause: d}",
                "{order: [poor, old], except: poor, clause: c}, {order: [old, poor], clause: d}"
            })
    void theFirstOfTwoRulesHoldsWhereTheyAreNotAlike(String rules) {
        assertThat(proof(rules).of(Kind.CONFLICTING)).isEmpty();
        assertThat(proof(rules).of(Kind.UNDETERMINED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{prefer: poor, over: old, clause: c}, {prefer: old, over: poor, clause: d}",
                "{prefer: poor, over: any, clause: c}, {prefer: old, over: any, clause: d}",
                "{order: [poor, old], clause: c}, {order: [old, poor], clause: d}",
                "{order: [poor, old], clause: c}, {prefer: old, over: poor, clause: d}",
                "{prefer: a, over: old, clause: c}, {highest: any, clause: c}, {prefer: old, over: poor, clause: d}"
            })
    void twoClausesThatNameTheSameTwoTheOtherWayRoundContradictEachOther(String rules) {
        assertThat(proof(rules).of(Kind.CONFLICTING)).singleElement().satisfies(f -> assertThat(f.basis())
                .containsExactly("c", "d"));
    }

    @Test
    void aRulingAboveThemEndsAContradiction() {
        assertThat(proof("{prefer: old, over: poor, ruling: r}, {prefer: poor, over: any, clause: c},"
                                + " {prefer: old, over: any, clause: d}")
                        .of(Kind.CONFLICTING))
                .isEmpty();
    }

    @Test
    void aPrecedenceAndTheHighestMayLeadInACircleThatARulingBreaks() {
        String round = "{prefer: poor, over: old, clause: c}, {highest: any, clause: d}";
        assertThat(threeAtOnce(round).of(Kind.CONFLICTING))
                .singleElement()
                .extracting(Finding::about)
                .isEqualTo(List.of("ill", "old", "poor"));
        Proof broken = threeAtOnce("{prefer: poor, over: ill, ruling: r}, " + round);
        assertThat(broken.of(Kind.CONFLICTING)).isEmpty();
        assertThat(broken.of(Kind.UNDETERMINED)).isEmpty();
    }

    @Test
    void theHighestAndAnOrderCanLeaveSomebodyOut() {
        assertThat(proof("{highest: any, except: old, clause: c}").of(Kind.UNDETERMINED))
                .hasSize(1);
        assertThat(proof("{order: [poor, old], except: a, clause: c}").of(Kind.UNDETERMINED))
                .hasSize(1);
    }

    private static Proof proof(String rules) {
        return proof(draft(), rules, "b: for: old, pays: {fixed: 120}, funds: county");
    }

    /** Of three with 100, 120 and 110 yuan. */
    private static Proof threeAtOnce(String rules) {
        PolicyDraft draft = draft().with("identities: {" + identity("poor") + identity("old") + identity("ill") + "}");
        return proof(
                draft,
                rules,
                "b: for: old, pays: {fixed: 120}, funds: county",
                "d: for: ill, pays: {fixed: 110}, funds: county");
    }

    private static Proof proof(PolicyDraft draft, String rules, String... others) {
        String[] standards = new String[others.length + 1];
        standards[0] = "a: for: poor, pays: {fixed: 100}, funds: county";
        System.arraycopy(others, 0, standards, 1, others.length);
        return Proof.of(draft.standards(standards)
                .with("clauses: {" + clause("c") + clause("d") + "}")
                .with("overlap: {rules: [" + rules + "]}")
                .policy());
    }

    private static String identity(String code) {
        return code + ": {name: " + code + ", certifier: health, wordings: [" + code + "], clause: c}, ";
    }

    private static String clause(String id) {
        return id + ": {document: notice, article: 一, quote: 引文}, ";
    }
}
