package org.zhubao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.ChangeCause;
import org.zhubao.determination.ComparingRuns;
import org.zhubao.determination.DecisionCard;
import org.zhubao.determination.PaidAs;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunChange;
import org.zhubao.determination.RunComparison;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Department;
import org.zhubao.register.Person;
import org.zhubao.roster.RosterKind;
import org.zhubao.rules.Outcome;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SettableClock;

/** Two persons decide against the rules; the next run carries it out, and the card says who did and why. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class OverrideTests {

    private static final Verdict DESTITUTE = new PaidAs("destitute-support");

    @Autowired
    private CountySeasons counties;

    @Autowired
    private ComparingRuns comparing;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private SettableClock clock;

    private Reviewed review;
    private CountySeason season;
    private Listed person;

    @Autowired
    void office(AutowireCapableBeanFactory beans) {
        review = beans.createBean(Reviewed.class);
    }

    /** With the subsistence allowance, for which the notice pays 275 yuan. */
    @BeforeEach
    void oneIsDetermined() {
        season = counties.fresh(2021);
        person = season.person();
        season.accepted(person);
        season.run();
    }

    /** One more, who is determined, too. */
    private Listed added(Listed another) {
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, another);
        season.run();
        return another;
    }

    @Test
    void whatTwoDecideIsPaidByTheNextRunAndTheCardNamesThemAndTheirGrounds() {
        Listed neighbour = added(season.person());
        review.approve(season, review.propose(season, person, DESTITUTE));
        season.run();

        DecisionCard card = review.card(season, person);

        assertThat(card.reason()).isEqualTo(101);
        assertThat(card.subsidyFen()).isEqualTo(45_500);
        assertThat(card.shares()).extracting(DecisionCard.FundShare::fund).containsExactly("民政资金");
        assertThat(card.override().by().proposedBy()).isEqualTo("clerk");
        assertThat(card.override().by().approvedBy()).isEqualTo("reviewer");
        assertThat(card.override().by().document()).isEqualTo("No. 7");
        assertThat(card.override().subsidyFen())
                .as("what the rules would have paid")
                .isEqualTo(27_500);
        assertThat(review.card(season, neighbour).subsidyFen()).isEqualTo(27_500);
        assertThat(review.card(season, neighbour).override()).isNull();
    }

    @Test
    void aComparisonSaysThatPersonsHaveDecided() {
        added(season.person());
        review.approve(season, review.propose(season, person, DESTITUTE));
        Run after = season.run();

        RunComparison.Filter everybody = new RunComparison.Filter(null, null);
        assertThat(season.clerk(() -> comparing.compare(comparing.before(after).orElseThrow(), after, everybody, 1))
                        .comparison()
                        .rows())
                .containsExactly(new RunComparison.Row(ChangeCause.OVERRIDE, RunChange.MORE, 1, 27_500, 45_500));
    }

    @Test
    void whoIsRefusedPaysThePremiumInFull() {
        review.approve(season, review.propose(season, person, Verdict.PAYS_NOTHING));
        season.run();

        DecisionCard card = review.card(season, person);

        assertThat(card.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(card.reason()).isEqualTo(220);
        assertThat(card.premiumFen()).isEqualTo(card.payableFen()).isPositive();
    }

    @Test
    void whatStandsAgainstAnIdentityIsLeftAsideByWhoeverDecidesThatItCounts() {
        Listed late = added(season.person().recognised(LocalDate.of(2021, 3, 1)));
        assertThat(review.card(season, late).outcome()).isEqualTo(Outcome.REFUSED);

        review.approve(season, review.propose(season, late, new PaidAs("subsistence-allowance")));
        season.run();

        assertThat(review.card(season, late).subsidyFen()).isEqualTo(27_500);
    }

    @Test
    void whatWasDecidedOfARecordHoldsForTheOneItHasBecome() {
        Listed kept = added(season.person());
        review.approve(season, review.propose(season, person, DESTITUTE));
        season.run();
        onRecord.later();
        Person merged = onRecord.merge(season, kept, person);
        season.run();
        assertThat(review.card(season, kept).subsidyFen()).isEqualTo(45_500);
        onRecord.later();

        onRecord.separate(season, merged);
        season.run();

        assertThat(review.card(season, kept).subsidyFen()).isEqualTo(27_500);
        assertThat(review.card(season, person).subsidyFen()).isEqualTo(45_500);
    }

    @Test
    void nothingChangesBeforeTheSecondPersonAndNobodyIsTheirOwn() {
        UUID proposal = review.propose(season, person, DESTITUTE);
        season.run();

        assertThat(review.card(season, person).subsidyFen()).isEqualTo(27_500);
        assertThatThrownBy(() -> season.clerkDoes(() -> review.approveAs(season, proposal, "clerk")))
                .isInstanceOf(Refusal.class)
                .hasMessage("four-eyes");
        assertThatThrownBy(() -> season.owner()
                        .sql("update override set approved = true, decided_at = now(), decided_by = proposed_by"
                                + " where proposal_id = ?")
                        .param(proposal)
                        .update())
                .as("the table says so, too")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void anUndoneDecisionNoLongerCountsButARunOfBeforeStillSaysSo() {
        UUID decision = review.propose(season, person, DESTITUTE);
        review.approve(season, decision);
        season.run();
        DecisionCard before = review.card(season, person);

        assertThatThrownBy(() -> review.undo(season, decision, "clerk")).hasMessage("four-eyes");
        review.undo(season, decision, "somebody-else");
        season.run();

        assertThat(review.card(season, person).subsidyFen()).isEqualTo(27_500);
        assertThat(review.decision(season, decision).state()).isEqualTo(Decision.State.UNDONE);
        assertThat(before.subsidyFen()).isEqualTo(45_500);
        assertThat(season.owner()
                        .sql("select count(*) from outcome where override_id is not null and county = ?")
                        .param(season.code())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyOneDecisionAtATimeHoldsForAPerson() {
        review.approve(season, review.propose(season, person, DESTITUTE));
        UUID second = review.propose(season, person, Verdict.PAYS_NOTHING);

        assertThatThrownBy(() -> review.approve(season, second)).hasMessage("review.override-in-force");
    }

    @Test
    void oneDecisionFollowsAnotherWhereTheirDaysDoNotMeet() {
        LocalDate lastOfTheYear = LocalDate.of(2024, 12, 31);
        review.approve(season, propose(DESTITUTE, LocalDate.of(2024, 1, 1), lastOfTheYear));
        UUID meeting = propose(Verdict.PAYS_NOTHING, lastOfTheYear, LocalDate.of(2025, 3, 1));
        assertThatThrownBy(() -> review.approve(season, meeting)).hasMessage("review.override-in-force");
        review.approve(season, propose(Verdict.PAYS_NOTHING, lastOfTheYear.plusDays(1), null));
        season.run();
        assertThat(review.card(season, person).subsidyFen()).isEqualTo(45_500);

        Instant usual = clock.instant();
        try {
            clock.set(lastOfTheYear.plusDays(1));
            season.run();
            assertThat(review.card(season, person).reason()).isEqualTo(220);
        } finally {
            clock.set(usual);
        }
    }

    private UUID propose(Verdict verdict, LocalDate from, @Nullable LocalDate to) {
        return review.propose(season, person, verdict, new Grounds("x", "y", from, to, null));
    }

    @Test
    void aDecisionHoldsWithinItsDaysOnly() {
        Listed past = person;
        Listed future = added(season.person());
        review.approve(
                season,
                review.propose(
                        season,
                        past,
                        DESTITUTE,
                        new Grounds("x", "y", LocalDate.of(2020, 1, 1), LocalDate.of(2024, 12, 19), null)));
        review.approve(
                season,
                review.propose(season, future, DESTITUTE, new Grounds("x", "y", LocalDate.of(2025, 1, 1), null, null)));
        season.run();

        assertThat(review.card(season, past).subsidyFen()).isEqualTo(27_500);
        assertThat(review.card(season, future).subsidyFen()).isEqualTo(27_500);
    }

    @Test
    void whenFactsChangeUnderADecisionSomebodyLooksAgain() {
        review.approve(season, review.propose(season, person, DESTITUTE));
        review.run(season);
        assertThat(review.lines(season, ItemKind.OVERRIDE_OUTDATED)).isEmpty();

        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, person.as("建档立卡"));
        review.run(season);

        assertThat(review.card(season, person).reason()).isEqualTo(101);
        assertThat(review.lines(season, ItemKind.OVERRIDE_OUTDATED)).hasSize(1);
    }

    @Test
    void nobodyIsInsuredByADecisionWhoDiedBeforeTheCover() {
        review.approve(season, review.propose(season, person, DESTITUTE));
        season.accepted(
                Department.HEALTH, RosterKind.DEATHS, RosterWorkbook.deaths(Map.of(person, LocalDate.of(2020, 11, 1))));
        review.run(season);

        assertThat(review.card(season, person).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(review.card(season, person).subsidyFen()).isZero();
        assertThat(review.lines(season, ItemKind.DEAD_BUT_LISTED))
                .extracting(ReviewDesk.Line::detail)
                .containsExactly("2020-11-01");
    }
}
