package org.zhubao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.DecisionCard;
import org.zhubao.determination.StatedFact;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Department;
import org.zhubao.division.Divisions;
import org.zhubao.review.ReviewDesk.Line;
import org.zhubao.roster.RosterKind;
import org.zhubao.rules.Outcome;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** A fact that no department states is stated by two persons, and the rules decide by it. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class StatedFactTests {

    private static final Verdict RURAL = new StatedFact("household", "rural");

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Divisions divisions;

    @Autowired
    private Consequences consequences;

    private Reviewed review;

    @Autowired
    void office(AutowireCapableBeanFactory beans) {
        review = beans.createBean(Reviewed.class);
    }

    /** Shangri-La pays rural veterans with the subsistence allowance in full, urban ones 120 yuan. */
    @Test
    void whoseHouseholdNobodyStatesIsFoundAndPaidOnceTwoHaveStatedIt() {
        CountySeason season = counties.at(divisions.find("533401").orElseThrow(), 2021);
        Listed veteran = season.person().in("建塘镇");
        season.accepted(veteran);
        season.accepted(Department.VETERANS_AFFAIRS, RosterKind.FULL, veteran.as("重点优抚对象"));
        forgetHouseholds(season);
        review.run(season);
        review.run(season);

        Line line = review.lines(season, ItemKind.FACT_UNKNOWN).get(0);
        assertThat(review.lines(season, ItemKind.FACT_UNKNOWN)).hasSize(1);
        assertThat(line.pattern().open()).containsExactly("household");
        Consequences.Preview preview =
                season.clerk(() -> consequences.preview(season.place(), Selection.item(line.item())));
        assertThat(preview.possible())
                .filteredOn(possible -> possible.verdict() instanceof StatedFact)
                .extracting(possible -> possible.verdict().code(), Consequences.Consequence::fen)
                .containsExactly(tuple("household=rural", 28_000L), tuple("household=urban", 12_000L));

        UUID proposal = review.propose(season, veteran, RURAL);
        review.run(season);
        assertThat(review.card(season, veteran).outcome()).as("by one alone").isEqualTo(Outcome.NEEDS_REVIEW);
        review.approve(season, proposal);
        review.run(season);

        DecisionCard card = review.card(season, veteran);
        assertThat(card.subsidyFen()).isEqualTo(28_000);
        assertThat(card.reason()).as("the rules decided").isEqualTo(100);
        assertThat(card.decidedBy()).isNotEmpty();
        assertThat(card.override().by().verdict()).isEqualTo(RURAL);
        assertThat(card.override().by().proposedBy()).isEqualTo("clerk");
        assertThat(card.override().by().approvedBy()).isEqualTo("reviewer");
        assertThat(review.groups(season)).isEmpty();

        review.undo(season, proposal, "somebody-else");
        review.run(season);
        assertThat(review.card(season, veteran).outcome()).isEqualTo(Outcome.NEEDS_REVIEW);
        assertThat(review.lines(season, ItemKind.FACT_UNKNOWN)).hasSize(1);
    }

    @Test
    void onceADepartmentStatesItItselfSomebodyLooksAgain() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person);
        review.run(season);
        review.approve(season, review.propose(season, person, new StatedFact("student", "yes")));
        review.run(season);
        assertThat(review.card(season, person).subsidyFen())
                .as("with the supplement, as a student")
                .isEqualTo(30_500);

        season.accepted(Department.EDUCATION, RosterKind.STUDENTS, person.as("在校学生"));
        review.run(season);

        assertThat(review.lines(season, ItemKind.OVERRIDE_OUTDATED)).hasSize(1);
    }

    @Test
    void aStatementHoldsWithinItsDaysOnly() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person);
        review.run(season);
        Grounds past = new Grounds("x", "y", LocalDate.of(2020, 1, 1), LocalDate.of(2024, 12, 19), null);
        review.approve(season, review.propose(season, person, new StatedFact("enrolled-elsewhere", "yes"), past));
        review.run(season);

        assertThat(review.card(season, person).outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void nothingIsStatedThatTheNoticeDoesNotKnow() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person);
        review.run(season);

        for (String code : new String[] {"student=perhaps", "shoe-size=44", "birth-date=soon", "nobody"}) {
            assertThatThrownBy(() -> review.propose(season, person, Verdict.ofCode(code)))
                    .as(code)
                    .hasMessage("review.no-such-verdict");
        }
    }

    private static void forgetHouseholds(CountySeason season) {
        season.owner()
                .sql("update identity_claim set household = null where county = ?")
                .param(season.code())
                .update();
    }
}
