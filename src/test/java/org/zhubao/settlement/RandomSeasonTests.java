package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.determination.DeterminingHere;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.division.Department;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.PushingMarks;
import org.zhubao.levy.Receipts;
import org.zhubao.levy.Reconciling;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OwnNotice;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/**
 * Not a fen is lost, made or charged twice, whatever happens in whatever order: lists that say otherwise, deaths,
 * overrides, marks taken and refused, payments right and wrong and given back, people said to be insured otherwise or dead,
 * reconciliations, advances, sheets frozen, approved, paid and taken back, open cases decided and carried to the next year.
 * After every step what the sheets say, what the ledger says and what a model in plain words says are the same for every
 * person, fund and account. Odd seasons follow the notice of Panzhihua, even ones a notice with advances.
 */
@DatabaseTest
@ExtendWith(SetsTheClockBack.class)
@TestPropertySource(properties = "zhubao.test.own-database=review")
@TestInstance(Lifecycle.PER_CLASS)
class RandomSeasonTests {

    private static final Logger log = LoggerFactory.getLogger(RandomSeasonTests.class);
    private static final int SEASONS = 8;
    private static final int FIRST_OF_MANY = Integer.getInteger("seasons.from", 1);
    private static final int MANY_SEASONS = Integer.getInteger("seasons.count", 10_000);
    private static final int TOLD_EVERY = 250;
    private static final int TIDIED_EVERY = 30;
    private static final int FAILURES_TOLD = 10;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private OwnNotice notice;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private MovingSheets moving;

    @Autowired
    private OpenCases cases;

    @Autowired
    private CaseDecisions decisions;

    @Autowired
    private DecidingCases deciding;

    @Autowired
    private DeterminingSubsidies determining;

    @Autowired
    private DeterminingHere here;

    @Autowired
    private PushingMarks pushing;

    @Autowired
    private MarkPushes pushes;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Test
    void personsSheetsAndLedgerAgreeToTheFenAfterEveryStep() {
        play(1, SEASONS);
    }

    @Test
    @Tag("seasons")
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void personsSheetsAndLedgerAgreeInTenThousandSeasons() {
        play(FIRST_OF_MANY, MANY_SEASONS);
    }

    private void play(int from, int count) {
        EveryKind panzhihua = EveryKind.of(panzhihua(), NoticeInWords.PANZHIHUA);
        EveryKind own = EveryKind.of(own(), NoticeInWords.OWN);
        List<String> failures = new ArrayList<>();
        long sheets = 0;
        long begun = System.nanoTime();
        int seed = from;
        for (; seed < from + count && failures.size() < FAILURES_TOLD; seed++) {
            try {
                sheets += play(seed % 2 == 1 ? panzhihua : own, seed);
            } catch (AssertionError | RuntimeException e) {
                failures.add("season " + seed + " (-Dseasons.from=" + seed + " -Dseasons.count=1): " + e);
                log.warn("season {} failed", seed, e);
            }
            if (seed % TIDIED_EVERY == 0) {
                tidy(own.county());
            }
            if ((seed - from + 1) % TOLD_EVERY == 0) {
                tell(from, seed, sheets, failures, begun);
            }
        }
        tell(from, seed - 1, sheets, failures, begun);
        assertThat(failures).isEmpty();
        assertThat(sheets).as("sheets frozen").isPositive();
    }

    private static void tell(int from, int until, long sheets, List<String> failures, long begun) {
        log.info(
                "seasons {} to {}: {} sheets frozen, {} failed, {} ms a season",
                from,
                until,
                sheets,
                failures.size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / (until - from + 1));
    }

    private int play(EveryKind county, int seed) {
        RandomSeason.Doors doors = new RandomSeason.Doors(
                settling,
                moving,
                cases,
                decisions,
                deciding,
                determining,
                here,
                pushing,
                pushes,
                receipts,
                reconciling,
                jdbc,
                clock);
        return county.county().clerk(() -> new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return new RandomSeason(county, doors, seed).play();
        }));
    }

    /** What seasons leave makes the next ones slow long before it is cleared by itself. */
    private static void tidy(CountySeason county) {
        county.owner()
                .sql(
                        "vacuum pg_attribute, pg_class, pg_type, pg_depend, pg_index, pg_statistic, determined, outcome,"
                                + " outcome_share, determination_run, run_place, identity_claim, ledger_entry, ledger_line,"
                                + " settlement_sheet, settlement_line, settlement_input, settlement_decision, audit_entry, override,"
                                + " mark_line, mark_refusal, enrolment_status, payment_record, reconciliation_line, reconciliation_share, review_item")
                .update();
    }

    private CountySeason panzhihua() {
        CountySeason county = counties.fresh(2025);
        Listed[] twice = {county.person(), county.person(), county.person(), county.person(), county.person()};
        Listed[] again = {county.person(), county.person(), county.person()};
        county.accepted(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                twice[0],
                again[0],
                twice[1],
                again[1],
                twice[2].as("特困人员"),
                twice[3].as("特困人员"));
        SettledSeason.federation(county, twice[1], again[1], twice[3], twice[4], again[2]);
        county.run();
        return county;
    }

    private CountySeason own() {
        CountySeason county = notice.season();
        county.accepted(
                county.person(),
                county.person(),
                county.person(),
                county.person().as("特困人员"),
                county.person().as("特困人员"),
                county.person().as("特困人员"));
        county.run();
        return county;
    }
}
