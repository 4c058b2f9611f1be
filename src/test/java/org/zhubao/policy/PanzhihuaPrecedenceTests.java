package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Policy;

/** What the notice of Panzhihua 2020 No. 100 says by itself, and what only the rulings add. */
class PanzhihuaPrecedenceTests {

    private final Policy policy = PolicyTexts.policy("panzhihua-hardship-2021");

    @Test
    void theTextAloneLeavesThirteenPairsWithoutPrecedence() {
        Policy textAlone = policy.withoutRulings();
        List<Set<String>> silent = new ArrayList<>();
        List<Set<String>> ofThemPayTheSame = new ArrayList<>();
        for (Set<String> pair : pairs()) {
            Determination determination = textAlone.determine(holding(pair));
            if (determination instanceof NeedsReview) {
                silent.add(pair);
            } else if (determination.trace().displaced().get(0).basis().isEmpty()) {
                silent.add(pair);
                ofThemPayTheSame.add(pair);
            }
        }
        assertThat(pairs()).hasSize(28);
        assertThat(silent).hasSize(13).contains(Set.of("destitute-support", "severely-disabled"));
        assertThat(ofThemPayTheSame)
                .containsExactlyInAnyOrder(
                        Set.of("subsistence-allowance", "child-in-difficulty"),
                        Set.of("subsistence-allowance", "low-income-household"),
                        Set.of("child-in-difficulty", "low-income-household"));
    }

    @Test
    void withTheRulingsNoPairIsLeftOpen() {
        assertThat(pairs()).allMatch(pair -> policy.determine(holding(pair)) instanceof Granted);
    }

    @Test
    void povertyIdentityPrevailsEvenWhenItPaysLess() {
        Granted both = (Granted) policy.determine(holding(Set.of("registered-poor", "destitute-support")));
        Granted alone = (Granted) policy.determine(holding(Set.of("destitute-support")));
        assertThat(both.identities()).containsExactly("registered-poor");
        assertThat(both.subsidy()).isLessThan(alone.subsidy());
        assertThat(both.trace().decidedBy()).contains("poverty-first");
    }

    private List<Set<String>> pairs() {
        List<String> codes = policy.identities().stream().map(Identity::code).toList();
        List<Set<String>> pairs = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            for (int j = i + 1; j < codes.size(); j++) {
                pairs.add(Set.of(codes.get(i), codes.get(j)));
            }
        }
        return pairs;
    }

    /** Of 17 where a child is concerned, over 60 where a low-income household is, else of 40; never a student. */
    private static Facts holding(Set<String> identities) {
        int year = identities.contains("child-in-difficulty")
                ? 2003
                : identities.contains("low-income-household") ? 1950 : 1980;
        return new Facts(
                LocalDate.of(year, 5, 1), identities.stream().map(Held::of).toList(), Map.of());
    }
}
