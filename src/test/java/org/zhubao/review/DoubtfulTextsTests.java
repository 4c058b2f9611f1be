package org.zhubao.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;
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
        CountySeason season = under(text -> text.replaceFirst(
                "basic-one: \\{is: 275, standing: to-confirm, note: [^}]*}", "basic-one: {note: 待填}"));
        season.accepted(season.person(), season.person());

        assertThat(foundOnce(season, ItemKind.VALUE_OPEN).persons()).isEqualTo(2);

        policies.inForce(season, UnaryOperator.identity());
        review.run(season);
        assertThat(review.groups(season)).isEmpty();
    }

    @Test
    void whoseClauseNoLongerStandsInTheNoticeIsPaidByNobodyUntilAPersonHasDecided() {
        CountySeason season = under(text -> text.replace("全额资助参保。", "全部资助参保。"));
        season.accepted(season.person());

        Group group = foundOnce(season, ItemKind.CLAUSE_CHANGED);

        assertThat(group.persons()).isEqualTo(1);
        assertThat(group.pattern().identities()).containsExactly("subsistence-allowance");
        assertThat(group.pattern().open()).contains("tier-one");
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
