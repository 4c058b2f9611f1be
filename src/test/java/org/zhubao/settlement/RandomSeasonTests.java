package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/**
 * Not a fen is lost, made or charged twice, whatever happens in whatever order: runs that say otherwise, deaths, sheets
 * frozen, approved, paid and taken back. After every step what the sheets say, what the ledger says and what a model in
 * plain words says are the same for every person and fund.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=intake")
@TestInstance(Lifecycle.PER_CLASS)
class RandomSeasonTests {

    private static final int SEASONS = 12;
    private static final int MANY_SEASONS = Integer.getInteger("seasons", 10_000);
    private static final int STEPS = 14;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private MovingSheets moving;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    private Instant before;

    @BeforeEach
    void remembersTheTime() {
        before = clock.instant();
    }

    @AfterEach
    void setsTheClockBack() {
        clock.set(before);
    }

    @Test
    void personsSheetsAndLedgerAgreeToTheFenAfterEveryStep() {
        play(SEASONS, 1);
    }

    @Test
    @Tag("seasons")
    void personsSheetsAndLedgerAgreeInTenThousandSeasons() {
        play(MANY_SEASONS, 1_000_000);
    }

    private void play(int seasons, int firstSeed) {
        CountySeason county = everyKindOfPerson();
        for (int seed = firstSeed; seed < firstSeed + seasons; seed++) {
            RandomSeason season = new RandomSeason(county, settling, moving, jdbc, clock, new Random(seed));
            int number = seed;
            county.clerkDoes(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                status.setRollbackOnly();
                for (int step = 0; step < STEPS; step++) {
                    String done = season.step();
                    assertThat(season.differences())
                            .as("season %d, step %d: %s", number, step, done)
                            .isEmpty();
                }
            }));
        }
    }

    /** Two of each kind, so that a run has an outcome for every kind. */
    private CountySeason everyKindOfPerson() {
        CountySeason county = counties.fresh(2025);
        List<Listed> people = List.of(
                county.person(),
                county.person(),
                county.person(),
                county.person(),
                county.person(),
                county.person(),
                county.person(),
                county.person());
        Listed[] civil = {
            people.get(0),
            people.get(1),
            people.get(2),
            people.get(3),
            people.get(4).as("特困人员"),
            people.get(5).as("特困人员")
        };
        county.accepted(Department.CIVIL_AFFAIRS, RosterKind.FULL, civil);
        SettledSeason.federation(county, people.get(2), people.get(3), people.get(6), people.get(7));
        county.run();
        return county;
    }
}
