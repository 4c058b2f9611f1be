package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Coverage;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;

/** What the proofs of the shipped policies say. */
class ShippedProofsTests {

    private static final Map<String, Proof> PROOFS = PolicyTexts.catalog().all().stream()
            .map(PublishedPolicy::policy)
            .collect(Collectors.toMap(Policy::id, Proof::of));

    @Test
    void everyCombinationOfEveryShippedPolicyIsCovered() {
        assertThat(PROOFS.values()).allMatch(p -> p.coverage().isComplete());
        Coverage tongnan = PROOFS.get("tongnan-hardship").coverage();
        assertThat(tongnan.combinations()).isEqualTo(2L * 14_348_907);
        assertThat(tongnan.decided()).isEqualTo(2L << 15);
    }

    @Test
    void noShippedPolicyLeavesAnythingUndecidedOrDisagreeing() {
        List<Kind> known = List.of(Kind.NO_AMOUNT, Kind.INVERTED, Kind.UNORDERED);
        assertThat(PROOFS.values())
                .allSatisfy(
                        p -> assertThat(p.findings()).extracting(Finding::kind).isSubsetOf(known));
    }

    @Test
    void whereTheHighestWinsNoIdentityMorePaysLess() {
        assertThat(PROOFS.entrySet().stream()
                        .filter(e -> !e.getValue().of(Kind.INVERTED).isEmpty())
                        .map(Map.Entry::getKey))
                .containsExactly("panzhihua-hardship");
    }

    @Test
    void theTextOfTongnanAloneDoesNotSayWhoPaysWhereAmountsAreEqual() {
        Proof textAlone = Proof.of(PolicyTexts.policy("tongnan-hardship-2021").withoutRulings());
        assertThat(textAlone.of(Kind.UNDETERMINED)).isNotEmpty().allMatch(Finding::sameAmount);
    }

    @Test
    void theTextOfShiquanAloneSaysWhichIsHighestOnlyForThePoor() {
        Proof textAlone = Proof.of(PolicyTexts.policy("shiquan-2021").withoutRulings());
        assertThat(textAlone.of(Kind.CONFLICTING)).isEmpty();
        assertThat(textAlone.of(Kind.UNDETERMINED))
                .extracting(Finding::about)
                .contains(List.of("destitute-support", "subsistence-allowance"))
                .noneMatch(about -> about.size() == 2 && about.contains("registered-poor"));
        assertThat(textAlone.of(Kind.UNDETERMINED).stream()
                        .map(Finding::about)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .containsOnlyKeys(pairsOfShiquanWithoutThePoor());
    }

    private static List<List<String>> pairsOfShiquanWithoutThePoor() {
        return List.of(
                List.of("destitute-support", "subsistence-allowance"),
                List.of("destitute-support", "key-veteran"),
                List.of("destitute-support", "family-planning-household"),
                List.of("key-veteran", "subsistence-allowance"),
                List.of("family-planning-household", "subsistence-allowance"),
                List.of("family-planning-household", "key-veteran"));
    }
}
