package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.RunComparison.Filter;
import org.zhubao.determination.RunComparison.Row;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountyPolicies;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;

/** Between two runs by two texts a comparison tells whether the notice or its reading is another. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class CausesOfChangeTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private CountyPolicies policies;

    @Autowired
    private ComparingRuns comparing;

    @Test
    void anotherAmountInTheNoticeIsTheNotices() {
        assertThat(changes(text -> text.replace(
                        "pays: {percent: 50, tier: 1, components: basic}",
                        "pays: {percent: 60, tier: 1, components: basic}")))
                .extracting(Row::cause, Row::change, Row::persons, Row::beforeFen, Row::afterFen)
                .containsExactly(tuple(ChangeCause.POLICY, RunChange.MORE, 1, 13_750L, 16_500L));
    }

    @Test
    void theSameClauseReadOtherwiseIsTheRulings() {
        assertThat(
                        changes(
                                text -> text.replace("decided: 不包括。", "decided: 包括。")
                                        .replace(
                                                "    pays: {amount: full, tier: 1, components: basic}\n    funds: certifier\n    clause: tier-one\n    ruling: basic-only\n  tier-one-old",
                                                "    pays: {amount: full, tier: 1}\n    funds: certifier\n    clause: tier-one\n    ruling: basic-only\n  tier-one-old")))
                .extracting(Row::cause, Row::change, Row::persons, Row::beforeFen, Row::afterFen)
                .containsExactly(tuple(ChangeCause.RULING, RunChange.MORE, 2, 55_000L, 61_000L));
    }

    /** Two with the subsistence allowance and one of a marginal household, before and after. */
    private List<Row> changes(UnaryOperator<String> change) {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person(), season.person());
        season.accepted(
                Department.POVERTY_ALLEVIATION, RosterKind.FULL, season.person().as("边缘户"));
        Run before = season.run();
        policies.inForce(season, change);
        Run after = season.run();
        return season.clerk(() -> comparing.compare(before, after, new Filter(null, null), 1))
                .comparison()
                .rows();
    }
}
