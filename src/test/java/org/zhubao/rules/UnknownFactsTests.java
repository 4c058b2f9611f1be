package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.rules.Rulebook.CUT_OFF;
import static org.zhubao.rules.Rulebook.holding;
import static org.zhubao.rules.Rulebook.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownFactsTests {

    private static final Condition STUDENT = new Condition.FactIs("student", Set.of("yes"));
    private static final Condition SIXTY = new Condition.Born(Window.ofAge(CUT_OFF, 60, null));

    @Test
    void anUnknownFactThatMattersIsNamed() {
        Policy policy = rulebook()
                .fact("student", "yes", "no")
                .pays("a", 100, STUDENT, "poor")
                .policy();
        NeedsReview review = (NeedsReview) policy.determine(holding("poor"));
        assertThat(review.reason()).isEqualTo(Reason.FACT_UNKNOWN);
        assertThat(review.open()).containsExactly("student");
        assertThat(review.trace().identities()).containsExactly(new Trace.Considered("poor", false, 310, List.of()));
    }

    @Test
    void anUnknownFactThatMakesNoDifferenceIsOnlyNoted() {
        Policy policy = rulebook()
                .fact("student", "yes", "no")
                .pays("a", 100, STUDENT, "poor")
                .pays("b", 200, "old")
                .policy();
        Granted granted = (Granted) policy.determine(holding("old"));
        assertThat(granted.standard()).isEqualTo("b");
        assertThat(granted.trace().immaterial()).containsExactly("student");
    }

    @Test
    void twoStandardsThatPayDifferentlyByAFactMakeItMatter() {
        Policy policy = rulebook()
                .fact("student", "yes", "no")
                .pays("a", 100, STUDENT, "poor")
                .pays("b", 200, new Condition.Not(STUDENT), "poor")
                .policy();
        assertThat(policy.determine(holding("poor")).reason()).isEqualTo(Reason.FACT_UNKNOWN);
    }

    @Test
    void onlyTheFactsThatMatterAreNamed() {
        Condition both = new Condition.All(List.of(STUDENT, SIXTY));
        Policy policy = rulebook()
                .fact("student", "yes", "no")
                .fact("irrelevant", "yes", "no")
                .pays("a", 100, both, "poor")
                .policy();
        NeedsReview all = (NeedsReview) policy.determine(new Facts(null, List.of(Held.of("poor")), Map.of()));
        assertThat(all.open()).containsExactly("birth-date", "student");
        Determination young = policy.determine(new Facts(LocalDate.of(2000, 1, 1), List.of(Held.of("poor")), Map.of()));
        assertThat(young.reason()).isEqualTo(Reason.TEXT_SILENT);
        assertThat(young.trace().immaterial()).containsExactly("student");
    }

    @Test
    void anAttributeIsNamedWithItsIdentity() {
        Policy policy = rulebook()
                .pays("a", 100, new Condition.AttributeIs("grade", Set.of("1", "2")), "disabled")
                .policy();
        NeedsReview review = (NeedsReview) policy.determine(holding("disabled"));
        assertThat(review.open()).containsExactly("disabled.grade");
    }

    @Test
    void anUnknownRecognitionMattersUnlessTheUndatedCount() {
        assertThat(undated(false).reason()).isEqualTo(Reason.FACT_UNKNOWN);
        Determination counted = undated(true);
        assertThat(counted.reason()).isEqualTo(Reason.GRANTED);
        assertThat(counted.trace().assumed())
                .containsExactly(new Trace.Assumed("poor.recognised-on", "in-time", List.of("undated")));
    }

    private static Determination undated(boolean undatedCounts) {
        Identity plain = Rulebook.identity("poor", "civil-affairs");
        Identity dated = new Identity(
                plain.code(),
                plain.name(),
                plain.shortName(),
                plain.certifier(),
                plain.wordings(),
                plain.attributes(),
                plain.meets(),
                new AsOf(new Window(null, CUT_OFF), undatedCounts, List.of("undated")),
                plain.exclusions(),
                plain.basis());
        Policy policy = rulebook().identity(dated).pays("a", 100, "poor").policy();
        return policy.determine(holding("poor"));
    }

    @Test
    void wordsThePolicyDoesNotKnowAreAsGoodAsNone() {
        Policy policy = rulebook()
                .fact("student", "yes", "no")
                .pays("a", 100, STUDENT, "poor")
                .policy();
        Facts perhaps = new Facts(null, List.of(Held.of("poor")), Map.of("student", "perhaps"));
        assertThat(policy.determine(perhaps).reason()).isEqualTo(Reason.FACT_UNKNOWN);
    }

    @Test
    void tooMuchUnknownIsForAPersonToLookAt() {
        Rulebook wide = rulebook();
        for (int i = 0; i < 13; i++) {
            wide.fact("f" + i, "yes", "no").pays("s" + i, 100, new Condition.FactIs("f" + i, Set.of("yes")), "poor");
        }
        NeedsReview review = (NeedsReview) wide.policy().determine(holding("poor"));
        assertThat(review.open()).hasSize(13);
    }
}
