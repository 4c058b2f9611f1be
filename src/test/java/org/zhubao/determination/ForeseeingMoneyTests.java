package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.roster.MoneyChange;
import org.zhubao.roster.MoneyChange.Line;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterMoney;
import org.zhubao.roster.RosterSummary;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** Before a list is accepted the bureau sees what it would change in yuan; acceptance and a run then bear it out. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class ForeseeingMoneyTests {

    private static final long POOR = 27_500;
    private static final long MARGINAL = 13_750;

    @Autowired
    private RosterMoney money;

    @Autowired
    private MockMvc mvc;

    private SettableClock clock;
    private Instant usual;
    private CountySeason season;
    private Listed stays;
    private Listed leaves;
    private Listed keepsAnother;

    @BeforeAll
    void aCountyWithFourPeopleWhileRemovalsStillCount(
            @Autowired CountySeasons counties, @Autowired SettableClock settable) {
        clock = settable;
        usual = clock.instant();
        clock.set(LocalDate.of(2020, 8, 20));
        season = counties.fresh(2021);
        stays = season.person();
        leaves = season.person().in(CountySeason.WEST);
        keepsAnother = season.person();
        season.accepted(stays, leaves, keepsAnother);
        season.accepted(
                Department.POVERTY_ALLEVIATION,
                RosterKind.FULL,
                keepsAnother.as("边缘户"),
                season.person().as("边缘户"));
    }

    @AfterAll
    void backToTheUsualDay() {
        clock.set(usual);
    }

    @Test
    void whoIsCancelledCostsNothingAnyMoreUnlessAnotherIdentityPays() {
        MoneyChange change = foresee(RosterKind.FULL, stays);

        assertThat(change.all()).isEqualTo(new Line("all", 2, 2 * POOR, MARGINAL));
        assertThat(change.cancelled().persons()).isEqualTo(2);
        assertThat(change.cancelled().differenceFen()).isEqualTo(MARGINAL - 2 * POOR);
        assertThat(change.alike()).isZero();
        assertThat(change.removalsUntil()).isNull();
        assertThat(change.byTownship())
                .extracting(Line::name, Line::persons, Line::differenceFen)
                .containsExactly(tuple(CountySeason.WEST, 1, -POOR), tuple(CountySeason.EAST, 1, MARGINAL - POOR));
    }

    @Test
    void whoIsCancelledAfterTheLastDayOfRemovalsStaysPaidAndThePageSaysSo() throws Exception {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, stays, season.person());
        clock.set(usual);
        try {
            MoneyChange change = foresee(season, roster);

            assertThat(change.cancelled()).isEqualTo(new Line("cancelled", 2, 2 * POOR, 2 * POOR));
            assertThat(change.alike()).isEqualTo(2);
            mvc.perform(get("/rosters/" + roster + "/money").with(SignedIn.as(Role.CLERK, season.code())))
                    .andExpect(content().string(containsString("2 人的资助金额不变")))
                    .andExpect(content().string(containsString("核减只算到 " + change.removalsUntil())));
        } finally {
            clock.set(LocalDate.of(2020, 8, 20));
        }
    }

    @Test
    void fundsAddUpToTheDifference() {
        MoneyChange change = foresee(RosterKind.FULL, stays);

        assertThat(change.byFund().stream().mapToLong(Line::differenceFen).sum())
                .isEqualTo(change.all().differenceFen())
                .isNegative();
        assertThat(change.byFund()).allSatisfy(fund -> assertThat(fund.name()).containsPattern("\\p{IsHan}"));
    }

    @Test
    void newPeopleCostWhatTheirIdentityPaysAndThoseInTheRegisterAreLeftOut() {
        MoneyChange change = foresee(RosterKind.ADDITIONS, stays, season.person());

        assertThat(change.all()).isEqualTo(new Line("all", 1, 0, POOR));
        assertThat(change.cancelled().persons()).isZero();
    }

    @Test
    void whatIsForeseenIsWhatARunFindsOnceTheListIsAccepted(@Autowired CountySeasons counties) {
        CountySeason other = counties.fresh(2021);
        Listed kept = other.person();
        other.accepted(kept, other.person());
        long before = subsidies(other, other.run());
        UUID roster = other.submitted(
                Department.CIVIL_AFFAIRS, RosterKind.FULL, kept, other.person().as("特困人员"));
        MoneyChange change = foresee(other, roster);
        other.accept(roster);

        assertThat(subsidies(other, other.run()) - before)
                .isEqualTo(change.all().differenceFen());
    }

    @Test
    void nothingOfItStays() {
        long claims = count("identity_claim");
        long persons = count("person");

        foresee(RosterKind.FULL, stays, season.person());

        assertThat(count("identity_claim")).isEqualTo(claims);
        assertThat(count("person")).isEqualTo(persons);
    }

    @Test
    void theBureauSeesTheMoneyAndTheDepartmentDoesNot() throws Exception {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, stays, season.person());
        String address = "/rosters/" + roster;

        mvc.perform(get(address + "/money").with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(content().string(containsString("将取消 2 人的身份，涉及 412.50 元")));
        mvc.perform(get(address + "/money").with(SignedIn.officerOf(Department.CIVIL_AFFAIRS, season.code())))
                .andExpect(status().isForbidden());
        mvc.perform(get(address).with(SignedIn.officerOf(Department.CIVIL_AFFAIRS, season.code())))
                .andExpect(content().string(not(containsString("/money"))));
    }

    @Test
    void whatIsDecidedIsForeseenNoMore() throws Exception {
        UUID roster = season.submitted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person());
        season.giveBack(roster, "sent too early");

        mvc.perform(get("/rosters/" + roster + "/money").with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(status().isNotFound());
    }

    private MoneyChange foresee(RosterKind kind, Listed... people) {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, kind, people);
        return foresee(season, roster);
    }

    private MoneyChange foresee(CountySeason season, UUID roster) {
        RosterSummary summary = season.roster(roster);
        return season.clerk(() -> money.foresee(summary).orElseThrow());
    }

    private static long subsidies(CountySeason season, Run run) {
        return season.owner()
                .sql(
                        """
                        select coalesce(sum(o.subsidy_fen), 0) from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id where d.run_id = ?
                        """)
                .param(run.id())
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return season.owner()
                .sql("select count(*) from " + table + " where county = ?")
                .param(season.code())
                .query(Long.class)
                .single();
    }
}
