package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.protection.Vault;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** Starting runs, what they take into account, and what is left of one that fails. */
@DatabaseTest
class RunsTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private DeterminingSubsidies determining;

    @Autowired
    private DeterminingProfiles profiles;

    @Autowired
    private DeterminationRuns runs;

    @Autowired
    private PolicyCatalog policies;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Vault vault;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Test
    void whatDepartmentsSayAfterTheStartDoesNotChangeARun() {
        CountySeason season = counties.fresh(2025);
        Listed early = season.person();
        Listed late = season.person();
        season.accepted(early);
        Run started = waiting(season, clock.instant());
        Instant usual = clock.instant();
        try {
            clock.set(usual.plusSeconds(1));
            season.accepted(late);
        } finally {
            clock.set(usual);
        }

        season.clerk(() -> new TransactionTemplate(transactions)
                .execute(status -> profiles.determine(started, (done, total) -> {})));
        Run later = over(season, usual.plusSeconds(1));

        assertThat(Determined.in(season, started.id(), vault)).containsOnlyKeys(early.number());
        assertThat(Determined.in(season, later.id(), vault)).containsOnlyKeys(late.number());
    }

    /** Panzhihua 2021: of low-income families the old and the young are subsidised, so that the day of birth decides. */
    @Test
    void whomAnotherCountyListedFirstIsDeterminedByTheirOwnDayOfBirthAndTownship() {
        CountySeason first = counties.fresh(2021);
        CountySeason second = counties.fresh(2021);
        Listed old = first.born(LocalDate.of(1949, 5, 1)).as("低收入家庭");
        first.accepted(old);
        second.accepted(old, second.person());
        Run run = second.run();

        assertThat(Determined.in(second, run.id(), vault).get(old.number()).outcome())
                .isEqualTo("GRANTED");
        assertThat(second.owner()
                        .sql("select count(*) from determination where run_id = ? and township is null")
                        .param(run.id())
                        .query(Integer.class)
                        .single())
                .as("people without a township")
                .isZero();
    }

    @Test
    void aSecondRunIsRefusedWhileOneIsUnderWayAndMayStartAfterwards() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        Run underWay = waiting(season, clock.instant());

        assertThat(start(season)).isEqualTo("determination.under-way");
        assertThat(all(season)).hasSize(1);

        season.clerkDoes(
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> runs.findById(underWay.id())
                        .orElseThrow()
                        .finished(new RunResult(0, null, RunDigest.OF_NOBODY), clock.instant())));
        assertThat(season.run().status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void ofManyWhoStartAtOnceOneDoes() throws Exception {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        ExecutorService clerks = Executors.newFixedThreadPool(8);
        try (Connection elsewhere = database.connection();
                Statement statement = elsewhere.createStatement()) {
            // No run can end before this transaction does, however slow the clerks are
            elsewhere.setAutoCommit(false);
            statement.execute("lock table outcome in share mode");
            Callable<String> click = () -> start(season);
            List<String> answers = clerks.invokeAll(Collections.nCopies(8, click)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            return e.toString();
                        }
                    })
                    .toList();

            assertThat(answers).containsOnlyOnce("started").containsOnly("started", "determination.under-way");
        } finally {
            clerks.shutdownNow();
        }
        season.over(all(season).get(0).id());
        assertThat(all(season)).hasSize(1);
    }

    @Test
    void aCountyWithoutAPolicyForTheYearIsToldSo() {
        CountySeason season = counties.fresh(2021);
        CountySeason otherYear = counties.at(season.county(), 2035);

        assertThat(start(otherYear)).isEqualTo("determination.no-policy");
    }

    @Test
    void aFailedRunLeavesNothingButAReferenceToTell() throws Exception {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        season.owner()
                .sql("create function planted() returns trigger language plpgsql as"
                        + " 'begin raise exception ''planted''; end'")
                .update();
        season.owner()
                .sql("create trigger planted before insert on determined for each row when (new.county = '"
                        + season.code() + "') execute function planted()")
                .update();
        Run run;
        try {
            run = season.run();
        } finally {
            season.owner().sql("drop function planted cascade").update();
        }

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failureReference()).hasSize(8);
        assertThat(Stream.of("outcome", "outcome_share", "determination", "run_place")
                        .map(table -> season.owner()
                                .sql("select count(*) from " + table + " where run_id = ?")
                                .param(run.id())
                                .query(Integer.class)
                                .single()))
                .containsOnly(0);
        assertThat(mvc.perform(get("/determinations/" + run.id()).with(SignedIn.as(Role.CLERK, season.code())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(Objects.requireNonNull(run.failureReference()));
        assertThat(season.clerk(() -> determining.latest(season.code(), 2021))).isEmpty();
        assertThat(season.run().status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void peopleByOutcomeAndByFundAddUpToTheRun() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person(), season.person(), season.person().as("低收入家庭"));
        Run run = season.run();

        Map<String, Determined> found = Determined.in(season, run.id(), vault);
        assertThat(found.values()).extracting(Determined::outcome).containsOnly("GRANTED", "REFUSED");
        assertThat(season.clerk(() -> desk.sums(run)))
                .extracting(DeterminationDesk.Sum::persons)
                .containsExactly(2, 1);
        assertThat(season.clerk(() -> desk.funds(run)))
                .containsExactly(new DeterminationDesk.FundSum("civil-affairs", 2, 2 * 27_500));
    }

    @Autowired
    private DeterminationDesk desk;

    /** A run that somebody has started and no job carries out. */
    private Run waiting(CountySeason season, Instant at) {
        return season.clerk(() -> runs.save(new DeterminationRun(
                        season.code(),
                        season.year(),
                        policies.find(season.code(), season.year()).orElseThrow(),
                        RunRequest.asKnownOn(at),
                        "clerk",
                        at))
                .toRun());
    }

    private Run over(CountySeason season, Instant at) {
        Run run = waiting(season, at);
        season.clerk(() ->
                new TransactionTemplate(transactions).execute(status -> profiles.determine(run, (done, total) -> {})));
        return run;
    }

    private List<Run> all(CountySeason season) {
        return season.clerk(() -> determining.runs(season.code(), season.year()));
    }

    /** What the clerk is told. */
    private String start(CountySeason season) {
        try {
            season.clerk(() -> determining.start(season.county(), season.year(), "clerk"));
            return "started";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }
}
