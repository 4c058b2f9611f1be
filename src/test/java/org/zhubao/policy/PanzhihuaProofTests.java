package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Coverage;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Finding.Result;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;

/** What the proof says of the notice of Panzhihua 2020 No. 100, with its rulings and without. */
class PanzhihuaProofTests {

    private static final Policy POLICY = PolicyTexts.policy("panzhihua-hardship-2021");
    private static final Proof PROOF = Proof.of(POLICY);
    private static final Proof TEXT_ALONE = Proof.of(POLICY.withoutRulings());

    @Test
    void theTextAloneGivesThirteenPairsNoPrecedence() {
        Set<List<String>> pairs =
                pairs(Stream.concat(TEXT_ALONE.of(Kind.UNDETERMINED).stream(), TEXT_ALONE.of(Kind.UNORDERED).stream()));
        assertThat(pairs)
                .containsExactlyInAnyOrder(
                        List.of("destitute-support", "severely-disabled"),
                        List.of("destitute-support", "moderately-disabled"),
                        List.of("destitute-support", "marginal-household"),
                        List.of("destitute-support", "subsistence-allowance"),
                        List.of("child-in-difficulty", "destitute-support"),
                        List.of("destitute-support", "low-income-household"),
                        List.of("marginal-household", "moderately-disabled"),
                        List.of("marginal-household", "subsistence-allowance"),
                        List.of("child-in-difficulty", "marginal-household"),
                        List.of("low-income-household", "marginal-household"),
                        List.of("child-in-difficulty", "subsistence-allowance"),
                        List.of("low-income-household", "subsistence-allowance"),
                        List.of("child-in-difficulty", "low-income-household"));
    }

    @Test
    void fourOfThemPayTheSameAllTheSameAndThreeFromTheSamePurse() {
        Set<List<String>> different =
                pairs(TEXT_ALONE.of(Kind.UNDETERMINED).stream().filter(f -> !f.sameAmount()));
        assertThat(different).hasSize(9).doesNotContain(List.of("destitute-support", "severely-disabled"));
        assertThat(pairs(TEXT_ALONE.of(Kind.UNORDERED).stream()))
                .containsExactlyInAnyOrder(
                        List.of("child-in-difficulty", "subsistence-allowance"),
                        List.of("low-income-household", "subsistence-allowance"),
                        List.of("child-in-difficulty", "low-income-household"));
    }

    @Test
    void theTextAloneDoesNotSayWhatADestituteStudentGets() {
        Finding finding = TEXT_ALONE.of(Kind.UNDETERMINED).stream()
                .filter(f -> f.about().equals(List.of("destitute-support")))
                .findFirst()
                .orElseThrow();
        assertThat(finding.example().held()).hasSize(1);
        assertThat(finding.results())
                .extracting(r -> r.standards().get(0), Result::subsidyFen)
                .containsExactlyInAnyOrder(tuple("students-and-children", 30500L), tuple("tier-two", 45500L));
    }

    @Test
    void povertyIdentityPaysLessThanDestituteSupportAlone() {
        Finding inverted = about(PROOF, Kind.INVERTED, "destitute-support", "registered-poor");
        assertThat(inverted.example().held())
                .extracting(Held::identity)
                .containsExactlyInAnyOrder("registered-poor", "destitute-support");
        assertThat(inverted.results()).extracting(Result::subsidyFen).containsExactly(27500L, 45500L);
        assertThat(inverted.results().get(0).identities()).containsExactly("registered-poor");
        assertThat(inverted.basis()).containsExactly("poverty-first");
        assertThat(about(TEXT_ALONE, Kind.INVERTED, "destitute-support", "registered-poor")
                        .sameAmount())
                .isFalse();
    }

    @Test
    void withTheRulingsOnlyAGrownUpInDifficultyIsLeftOpen() {
        assertThat(PROOF.findings())
                .filteredOn(f -> f.kind().isDefect())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.kind()).isEqualTo(Kind.NO_AMOUNT);
                    assertThat(f.about()).containsExactly("child-in-difficulty");
                    assertThat(f.example().values()).containsEntry("student", "no");
                });
        assertThat(PROOF.of(Kind.INVERTED)).hasSize(2);
    }

    @Test
    void everyCombinationIsCovered() {
        Coverage coverage = PROOF.coverage();
        assertThat(coverage.isComplete()).isTrue();
        assertThat(coverage.dimensions())
                .contains(new Coverage.Dimension("birth-date", 6), new Coverage.Dimension("marginal-household", 3));
        assertThat(coverage.combinations())
                .isEqualTo(coverage.dimensions().stream()
                        .mapToLong(Coverage.Dimension::values)
                        .reduce(1, Math::multiplyExact))
                .isEqualTo(48L * 2 * 2187);
        assertThat(coverage.decided()).isLessThan(coverage.combinations() / 10);
    }

    private static Set<List<String>> pairs(Stream<Finding> findings) {
        return findings.map(Finding::about).filter(a -> a.size() == 2).collect(Collectors.toSet());
    }

    private static Finding about(Proof proof, Kind kind, String... identities) {
        return proof.of(kind).stream()
                .filter(f -> f.about().equals(List.of(identities)))
                .findFirst()
                .orElseThrow();
    }
}
