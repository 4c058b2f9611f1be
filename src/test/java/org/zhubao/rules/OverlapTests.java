package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.rules.Rulebook.holding;
import static org.zhubao.rules.Rulebook.of;
import static org.zhubao.rules.Rulebook.rulebook;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlapTests {

    private final Rulebook rulebook = rulebook().pays("low", 100, "poor").pays("high", 200, "old");

    @Test
    void precedencePrevailsEvenWhenItPaysLess() {
        Granted granted = decide(rulebook.rule(precedence(of("poor"), Selector.ANY)), "poor", "old");
        assertThat(granted.standard()).isEqualTo("low");
        assertThat(granted.trace().displaced())
                .containsExactly(new Trace.Displaced("old", "high", "poor", "low", List.of("precedence")));
        assertThat(granted.trace().decidedBy()).containsExactly("clause-low", "who", "precedence");
    }

    @Test
    void anExceptionKeepsARuleOutOfAPair() {
        rulebook.rule(new OverlapRule.Precedence(of("poor"), Selector.ANY, of("old"), List.of("precedence")));
        assertThat(reason(rulebook, "poor", "old")).isEqualTo(Reason.UNDECIDED_OVERLAP);
    }

    @Test
    void anyOverOneLeavesPairsOfThatOneAlone() {
        rulebook.pays("lower", 50, "poor").rule(precedence(Selector.ANY, of("poor")));
        assertThat(decide(rulebook, "poor", "old").standard()).isEqualTo("high");
        assertThat(reason(rulebook, "poor")).isEqualTo(Reason.UNDECIDED_OVERLAP);
    }

    @Test
    void allOfADepartmentCanBePreferred() {
        rulebook.rule(precedence(new Selector(false, Set.of(), Set.of("civil-affairs")), of("old")));
        assertThat(decide(rulebook, "old", "poor").identities()).containsExactly("poor");
    }

    @Test
    void anOrderNeedNotFollowTheAmounts() {
        rulebook.rule(new OverlapRule.Order(List.of(of("poor"), of("old")), Selector.NONE, List.of("order")));
        assertThat(decide(rulebook, "old", "poor").standard()).isEqualTo("low");
    }

    @Test
    void anOrderSaysNothingOfWhomItDoesNotName() {
        rulebook.rule(new OverlapRule.Order(List.of(of("poor"), of("disabled")), Selector.NONE, List.of("order")));
        assertThat(reason(rulebook, "old", "poor")).isEqualTo(Reason.UNDECIDED_OVERLAP);
    }

    @Test
    void theHighestIsPaid() {
        rulebook.rule(new OverlapRule.Highest(Selector.ANY, Selector.ANY, Selector.NONE, List.of("highest")));
        assertThat(decide(rulebook, "poor", "old").standard()).isEqualTo("high");
        assertThat(decide(rulebook, "poor").standard()).isEqualTo("low");
    }

    @Test
    void theHighestCanBeForSomeOnly() {
        rulebook.pays("highest", 300, "disabled")
                .rule(new OverlapRule.Highest(of("poor"), of("old"), Selector.NONE, List.of("highest")));
        assertThat(decide(rulebook, "poor", "old").standard()).isEqualTo("high");
        assertThat(reason(rulebook, "poor", "disabled")).isEqualTo(Reason.UNDECIDED_OVERLAP);
    }

    @Test
    void theFirstRuleThatSaysAnythingDecides() {
        rulebook.rule(precedence(of("disabled"), of("old")))
                .rule(precedence(of("poor"), of("old")))
                .rule(new OverlapRule.Highest(Selector.ANY, Selector.ANY, Selector.NONE, List.of("highest")));
        assertThat(decide(rulebook, "poor", "old").standard()).isEqualTo("low");
    }

    @Test
    void theWinnerMustStandAgainstEachAndNotOnlyAgainstTheNext() {
        rulebook.pays("other", 300, "disabled")
                .rule(precedence(of("poor"), of("old")))
                .rule(precedence(of("old"), of("disabled")));
        NeedsReview review = (NeedsReview) rulebook.policy().determine(holding("poor", "old", "disabled"));
        assertThat(review.reason()).isEqualTo(Reason.UNDECIDED_OVERLAP);
        assertThat(review.open()).containsExactly("poor/low");
    }

    @Test
    void levelsAddUpUntilThePremiumIsReached() {
        Rulebook stacking = rulebook()
                .pays("first", 250, "poor")
                .pays("second", 200, "old")
                .pays("third", 10, "disabled")
                .levels("first", "second", "third");
        Granted granted = decide(stacking, "disabled", "old", "poor");
        assertThat(granted.standards()).containsExactly("first", "second");
        assertThat(granted.paidAs()).isEqualTo("poor-old");
        assertThat(granted.subsidy()).isEqualTo(granted.premium());
        assertThat(granted.shares()).containsExactly(new Share("county", Money.ofYuan("400")));
        assertThat(granted.trace().displaced())
                .containsExactly(new Trace.Displaced("disabled", "third", "", "", List.of("stacking")));
        assertThat(granted.trace().paid())
                .extracting(Trace.Candidate::subsidyFen)
                .containsExactly(25_000L, 15_000L);
    }

    private static OverlapRule precedence(Selector winner, Selector loser) {
        return new OverlapRule.Precedence(winner, loser, Selector.NONE, List.of("precedence"));
    }

    private static Granted decide(Rulebook rulebook, String... identities) {
        return (Granted) rulebook.policy().determine(holding(identities));
    }

    private static Reason reason(Rulebook rulebook, String... identities) {
        return rulebook.policy().determine(holding(identities)).reason();
    }
}
