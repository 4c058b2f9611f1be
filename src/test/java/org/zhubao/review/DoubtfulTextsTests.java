package org.zhubao.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.DecisionCard;
import org.zhubao.division.Department;
import org.zhubao.review.ReviewDesk.Group;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountyPolicies;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** What a notice leaves open is found with the people and the money it is about, decided, and open again with other facts. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class DoubtfulTextsTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private CountyPolicies policies;

    private Reviewed review;

    @Autowired
    void office(AutowireCapableBeanFactory beans) {
        review = beans.createBean(Reviewed.class);
    }

    @Test
    void twoIdentitiesBetweenWhichNoClauseDecidesAreOnePatternWorthTheHigherAmount() {
        CountySeason season = under(text -> text.replace(
                "    - {prefer: destitute-support, over: severely-disabled, ruling: destitute-before-severe}\n", ""));
        Listed both = season.person().as("特困供养");
        both(season, both);

        Group group = foundOnce(season, ItemKind.UNDECIDED_OVERLAP);

        assertThat(group.pattern().identities()).containsExactly("destitute-support", "severely-disabled");
        assertThat(group.persons()).isEqualTo(1);
        assertThat(group.subsidyFen()).isEqualTo(45_500);
        review.decide(season, ItemKind.UNDECIDED_OVERLAP, Act.DISMISSED, 1);
        review.run(season);
        assertThat(review.groups(season)).isEmpty();

        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, both.as("边缘户"));
        review.run(season);
        assertThat(foundOnce(season, ItemKind.UNDECIDED_OVERLAP).pattern().identities())
                .as("with a third identity it is another question")
                .contains("marginal-household");
    }

    @Test
    void whoseAmountHangsOnAValueThatNobodyHasFilledInWaitsUntilItIs() {
        CountySeason season =
                under(text -> text.replaceFirst("is: 275, standing: to-confirm, note: [^}]*}", "note: 待填}"));
        Listed person = season.person();
        season.accepted(person, season.person());

        assertThat(foundOnce(season, ItemKind.VALUE_OPEN).persons()).isEqualTo(2);
        assertThat(review.card(season, person).open())
                .as("named as the office calls it")
                .extracting(DecisionCard.Open::what)
                .containsExactly("基本医疗保险一档标准");
        isOpenAgainWithOtherFacts(season, ItemKind.VALUE_OPEN, person);

        policies.inForce(season, UnaryOperator.identity());
        review.run(season);
        assertThat(review.groups(season)).isEmpty();
    }

    @Test
    void whoseClauseNoLongerStandsInTheNoticeIsPaidByNobodyUntilAPersonHasDecided() {
        CountySeason season = under(text -> text.replace("全额资助参保。", "全部资助参保。"));
        Listed person = season.person();
        season.accepted(person);

        Group group = foundOnce(season, ItemKind.CLAUSE_CHANGED);

        assertThat(group.persons()).isEqualTo(1);
        assertThat(group.pattern().identities()).containsExactly("subsistence-allowance");
        assertThat(group.pattern().open()).contains("tier-one");
        assertThat(review.card(season, person).open())
                .extracting(DecisionCard.Open::what)
                .contains("二（三）");
        isOpenAgainWithOtherFacts(season, ItemKind.CLAUSE_CHANGED, person);
    }

    /** Whatever was decided about the question holds for the facts of then. */
    private void isOpenAgainWithOtherFacts(CountySeason season, ItemKind kind, Listed person) {
        review.decide(season, kind, Act.DISMISSED, review.lines(season, kind).size());
        review.run(season);
        assertThat(review.groups(season)).as("decided").isEmpty();

        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, person.as("边缘户"));
        assertThat(foundOnce(season, kind).persons())
                .as("of other facts nobody has decided")
                .isEqualTo(1);
    }

    private CountySeason under(UnaryOperator<String> change) {
        CountySeason season = counties.fresh(2021);
        policies.inForce(season, change);
        return season;
    }

    private static void both(CountySeason season, Listed both) {
        season.accepted(both);
        season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.FULL,
                both.as("重度残疾人员").disabled("肢体", "一级"));
    }

    /** Looked for twice, and there all the same once. */
    private Group foundOnce(CountySeason season, ItemKind kind) {
        review.run(season);
        review.run(season);
        assertThat(review.groups(season)).extracting(Group::kind).containsExactly(kind);
        assertThat(review.lines(season, kind))
                .hasSize(review.groups(season).get(0).persons());
        return review.groups(season).get(0);
    }
}
