package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.policy.PolicyDraft.draft;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;

/** A finding's ruling is written into the text, is not accepted as it is, and settles the finding once completed. */
class SuggestedRulingTests {

    private static final String POOR = "a: for: poor, pays: {fixed: 100}, funds: county";
    private static final String OLD = "b: for: old, pays: {fixed: 200}, funds: county";
    private static final String SICK_TOO =
            """
            identities:
              poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c}
              old: {name: 老人, certifier: health, wordings: [老人], clause: c}
              sick: {name: 病人, certifier: health, wordings: [病人], clause: c}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overlap: {}",
                "overlap: {rules: []}",
                "overlap:\n  rules:\n    - {highest: [poor], against: [poor], clause: c}",
                "# none"
            })
    void twoOutcomesAreSettledOnceSomebodyHasDecided(String overlap) {
        String text = draft().standards(POOR, OLD).text() + "\n" + overlap + "\n";
        SuggestedRuling ruling = suggested(text, Kind.UNDETERMINED);
        assertThat(ruling.names()).as("the one that pays most first").containsExactly("old", "poor");

        String written = ruling.into(text, "没有写明");

        assertThat(PolicyTexts.read(written, 2021).problems())
                .as("not accepted as it is")
                .isNotEmpty();
        assertThat(proof(completed(written)).of(Kind.UNDETERMINED)).isEmpty();
        assertThat(written).startsWith(text.substring(0, text.indexOf("rulings:")));
    }

    @Test
    void threeOutcomesArePutInAnOrder() {
        String text = draft().with(SICK_TOO)
                .standards(POOR, OLD, "c2: for: sick, pays: {fixed: 50}, funds: county")
                .text();
        String written = text;
        for (int n = 0; n < 3; n++) {
            written = completed(suggested(written, Kind.UNDETERMINED).into(written, "没有写明"));
        }

        assertThat(proof(written).of(Kind.UNDETERMINED)).isEmpty();
        assertThat(policy(written).rulings()).hasSize(4);
    }

    @Test
    void anIdentityOfWhichTheTextIsSilentPaysNothingIfThatIsDecided() {
        String text = draft().standards(OLD).text();
        SuggestedRuling ruling = suggested(text, Kind.NO_AMOUNT);
        assertThat(ruling.names()).isEqualTo(List.of("poor"));

        String completed = completed(ruling.into(text, "没有写明资助多少"));

        assertThat(proof(completed).findings())
                .filteredOn(f -> f.kind().isDefect())
                .isEmpty();
    }

    @Test
    void payingNothingForOneIdentityTakesNothingFromWhoeverHoldsAnotherToo() {
        String text = draft().standards(OLD)
                .with("overlap:\n  rules:\n    - {prefer: poor, over: old, clause: c}\n")
                .text();

        String completed = completed(suggested(text, Kind.NO_AMOUNT).into(text, "没有写明资助多少"));

        assertThat(proof(completed).of(Kind.INVERTED)).isEmpty();
    }

    @Test
    void clausesThatContradictEachOtherAreSettledBeforeTheyAreAsked() {
        String text = draft().standards(POOR, OLD)
                .with(
                        """
                        overlap:
                          rules:
                            - {prefer: old, over: poor, clause: c}
                            - {prefer: poor, over: old, clause: c}
                        """)
                .text();

        String written = suggested(text, Kind.CONFLICTING).into(text, "条款矛盾");

        assertThat(written.indexOf("prefer: old, over: poor, ruling"))
                .isLessThan(written.indexOf("clause: c}\n    - {prefer: poor"));
        assertThat(proof(completed(written)).of(Kind.CONFLICTING)).isEmpty();
    }

    @Test
    void anInversionTakesNoRuling() {
        String text = draft().standards(POOR, OLD)
                .with("overlap: {rules: [{prefer: poor, over: old, ruling: r}]}")
                .text();

        assertThat(SuggestedRuling.of(
                        policy(text), proof(text).of(Kind.INVERTED).get(0)))
                .isEmpty();
    }

    private static SuggestedRuling suggested(String text, Kind kind) {
        List<Finding> findings = proof(text).of(kind);
        assertThat(findings).isNotEmpty();
        return SuggestedRuling.of(policy(text), findings.get(0)).orElseThrow();
    }

    /** What an officer fills in. */
    private static String completed(String text) {
        return text.replaceAll("decided:\\s*(?=\\n|,)", "decided: 已定")
                .replaceAll("by:\\s*(?=\\n|,)", "by: 某局")
                .replaceAll("on:\\s*(?=\\n|,)", "on: 2024-01-01")
                .replaceAll("because:\\s*(?=\\n|})", "because: 有理");
    }

    private static Policy policy(String text) {
        PolicyReading reading = PolicyTexts.read(text, 2021);
        assertThat(reading.problems()).as(text).isEmpty();
        return reading.policy().orElseThrow();
    }

    private static Proof proof(String text) {
        return Proof.of(policy(text));
    }
}
