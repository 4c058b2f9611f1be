package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.settlement.Draft;
import org.zhubao.settlement.OpenCase;
import org.zhubao.settlement.OpenCases;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/**
 * Whom the list of enrolment calls dead once the cover has begun may have died before it or since: until a department says
 * which, no money moves. Premium of tier 1: 305, subsidy 275.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class DeathsWithoutDateTests {

    private static final LocalDate TOLD = LocalDate.of(2021, 2, 1);
    private static final LocalDate ANSWERED = LocalDate.of(2021, 2, 20);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private OpenCases cases;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LeviedSeason levied;

    private CountySeason season;
    private Listed before;
    private Listed since;

    @BeforeEach
    void twoHavePaidInAutumn() {
        season = counties.fresh(2021);
        before = season.person().called("钱早逝");
        since = season.person().called("孙晚逝");
        clock.set(LocalDate.of(2020, 8, 20));
        season.accepted(before, since);
        clock.set(LocalDate.of(2020, 8, 27));
        levied.push(season);
        levied.paid(
                season,
                PaymentSheet.payments().paid(before, 275, 30, "2020-10-09").paid(since, 275, 30, "2020-10-09"));
    }

    @Test
    void whoeverIsCalledDeadIsChargedOnceADepartmentSaysThatTheyDiedInTheYearOfCover() throws Exception {
        bothAreCalledDead();
        Reconciliation asked = levied.reconcile(season);

        assertThat(levied.found(season, asked))
                .containsEntry("钱早逝", "DEATH_WITHOUT_DATE 0")
                .containsEntry("孙晚逝", "DEATH_WITHOUT_DATE 0");
        assertThat(drafts()).as("charged").extracting(Draft::persons).containsOnly(0);
        assertThat(letter(asked)).contains("认定部门核实死亡日期", "民政", "钱早逝", "孙晚逝");

        theDaysAreTold();

        assertThat(levied.found(season))
                .containsEntry("钱早逝", "DEAD_BEFORE_COVER -27500")
                .containsEntry("孙晚逝", "OK 0");
        assertThat(drafts()).as("charged").filteredOn(d -> d.totalFen() > 0).allMatch(d -> d.persons() == 1);
    }

    @Test
    void whoeverWasChargedBeforeIsAnOpenCaseUntilTheDayIsTold() {
        clock.set(LocalDate.of(2020, 11, 1));
        levied.reconcile(season);
        String fund = drafts().stream()
                .filter(draft -> draft.persons() == 2)
                .findFirst()
                .orElseThrow()
                .fund();
        season.clerkDoes(() -> settling.freeze(season.county(), 2021, fund, "clerk"));

        bothAreCalledDead();
        levied.reconcile(season);

        assertThat(open(fund))
                .extracting(OpenCase::name, OpenCase::cause, OpenCase::dueFen)
                .containsExactlyInAnyOrder(
                        tuple("钱早逝", "levy.cause.death-without-date", 0L),
                        tuple("孙晚逝", "levy.cause.death-without-date", 0L));
        assertThat(draft(fund))
                .as("nothing is taken back yet")
                .extracting(Draft::persons)
                .isEqualTo(0);

        theDaysAreTold();
        levied.reconcile(season);

        assertThat(open(fund)).isEmpty();
        Draft next = draft(fund);
        assertThat(next.persons()).as("who died before the cover").isEqualTo(1);
        assertThat(next.totalFen()).isNegative();
    }

    private void bothAreCalledDead() {
        clock.set(TOLD);
        levied.insured(
                season,
                PaymentSheet.statuses().insured(before, "居民医保", "本地", "死亡").insured(since, "居民医保", "本地", "死亡"));
    }

    private void theDaysAreTold() {
        clock.set(ANSWERED);
        season.died(
                Department.CIVIL_AFFAIRS, Map.of(before, LocalDate.of(2020, 12, 30), since, LocalDate.of(2021, 1, 2)));
    }

    private List<Draft> drafts() {
        return season.clerk(() -> settling.drafts(season.county(), 2021));
    }

    private Draft draft(String fund) {
        return drafts().stream().filter(d -> d.fund().equals(fund)).findFirst().orElseThrow();
    }

    private List<OpenCase> open(String fund) {
        return season.clerk(() -> cases.list(season.county(), 2021, fund, 0, 10));
    }

    private String letter(Reconciliation reconciliation) throws Exception {
        return mvc.perform(get("/tax/reconciliations/" + reconciliation.id() + "/letter")
                        .param("cause", "death-without-date")
                        .with(SignedIn.as(Role.CLERK, season.code())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
