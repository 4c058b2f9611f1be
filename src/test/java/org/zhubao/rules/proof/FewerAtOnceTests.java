package org.zhubao.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.rules.Coverage;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Policy;

/** Where there are too many combinations, fewer identities are held at once, and the proof says how many. */
class FewerAtOnceTests {

    /** Five identities in one state each, told apart for children and grown-ups: twice 2 to the power of 5 cases. */
    private final Policy policy = PolicyTexts.read(PolicyTexts.resource("regions/ordered-not-monotone.yaml"), 2023)
            .policy()
            .orElseThrow();

    @Test
    void asManyAsAreAllowedAreAllDecided() {
        Coverage whole = coverage(Integer.MAX_VALUE);
        assertThat(whole.isComplete()).isTrue();
        assertThat(whole.decided()).isEqualTo(coverage((int) whole.decided()).decided());
        assertThat(coverage((int) whole.decided()).isComplete()).isTrue();
        assertThat(coverage((int) whole.decided() - 1)).satisfies(fewer -> {
            assertThat(fewer.isComplete()).isFalse();
            assertThat(fewer.atOnce()).isEqualTo(4);
            assertThat(fewer.decided()).isLessThan(whole.decided());
            assertThat(fewer.combinations()).isLessThan(whole.combinations());
        });
    }

    @Test
    void upToFourAtOnceAreDecidedHoweverFewAreAllowed() {
        Coverage four = coverage(1);
        assertThat(four.atOnce()).isEqualTo(4);
        assertThat(new Proving(policy, 1).prove().of(Kind.INVERTED)).isNotEmpty();
        assertThat(four.decided())
                .isEqualTo(new Population(policy)
                        .backgrounds().stream().mapToLong(b -> b.cases(4)).sum());
    }

    private Coverage coverage(int mostCases) {
        return new Proving(policy, mostCases).prove().coverage();
    }
}
