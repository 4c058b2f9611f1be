package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.Workplace;
import org.zhubao.determination.PaidAs;
import org.zhubao.determination.StatedFact;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Scope;
import org.zhubao.register.People;
import org.zhubao.review.DecidingItems;
import org.zhubao.review.Grounds;
import org.zhubao.review.Selection;
import org.zhubao.support.CountyPolicies;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** Who is decided about by persons is marked as the notice collects from anybody in that situation. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class MarkedByDecisionTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private CountyPolicies policies;

    @Autowired
    private DecidingItems deciding;

    @Autowired
    private People people;

    @Autowired
    private PushingMarks pushing;

    @Test
    void wherePupilsPayFirstWhoIsStatedToBeOnePaysAllOfItAndIsMarkedInTheirTier() {
        CountySeason season = counties.fresh(2021);
        policies.inForce(
                season,
                text -> text.replace(
                        "    clause: students-and-children\n  tier-two:",
                        "    delivery: reimbursed\n    clause: students-and-children\n  tier-two:"));
        Listed pupil = season.person();
        Listed destitute = season.person();
        season.accepted(pupil, destitute);
        season.run();
        decide(season, pupil, new StatedFact("student", "yes"));
        decide(season, destitute, new PaidAs("destitute-support"));
        season.run();
        season.clerk(() -> pushing.push(season.county(), season.year(), PushKind.FULL, "clerk"));

        assertThat(marked(season, pupil))
                .containsEntry("tier", "1")
                .containsEntry("subsidy_fen", 30_500L)
                .containsEntry("collected_fen", 30_500L);
        assertThat(marked(season, destitute))
                .containsEntry("tier", "2")
                .containsEntry("subsidy_fen", 45_500L)
                .containsEntry("collected_fen", 0L);
    }

    private void decide(CountySeason season, Listed listed, Verdict verdict) {
        UUID person = person(season, listed);
        Workplace place = season.place();
        Grounds grounds = new Grounds("x", "y", LocalDate.of(2020, 1, 1), null, null);
        UUID proposal =
                season.clerk(() -> deciding.propose(place, Selection.person(person), verdict, grounds, 1, "clerk"));
        SignedIn.doing(Role.REVIEWER, season.code(), () -> {
            deciding.approve(place, proposal, "reviewer");
            return true;
        });
    }

    private UUID person(CountySeason season, Listed listed) {
        return season.clerk(() -> people.search(season.code(), new Scope(season.code()), listed.number(), 1)
                .get(0)
                .id());
    }

    private Map<String, Object> marked(CountySeason season, Listed listed) {
        return season.owner()
                .sql("select tier, subsidy_fen, collected_fen from mark_line where person_id = ?")
                .param(person(season, listed))
                .query()
                .singleRow();
    }
}
