package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.Run;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.ManyPeople;
import org.zhubao.support.SettableClock;

/**
 * How long it takes to name the cause for everybody of a county, against one full outer join of the same tables. Run by
 * {@code -Preconciliation}; docs/benchmarks.md explains the line.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levyspeed")
@Tag("reconciliation")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ReconciliationSpeedTests {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationSpeedTests.class);
    private static final double GOAL = 2;

    private static final String BARE_JOIN =
            """
            create temporary table bare on commit drop as
            select coalesce(d.person_id, l.person_id) as person_id, p.*, d.outcome_id, l.subsidy_fen,
                r.subsidised_fen, r.own_fen, r.paid_on
            from (select * from determination
                where benefit_year = :year and region = :region and county = :county and run_id = :run) d
            full join (select * from mark_line
                where region = :region and benefit_year = :year and county = :county) l using (region, person_id)
            join person p on p.region = :region and p.id = coalesce(d.person_id, l.person_id)
            full join (select * from payment_record
                where region = :region and benefit_year = :year and county = :county and known_to is null) r
                on r.person_key = p.person_key
            """;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private PushingMarks pushing;

    @Autowired
    private AmountsOfRun amounts;

    @Autowired
    private FourFacts facts;

    @Autowired
    private ChangesAfterPayment changes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SettableClock clock;

    @Value("${reconciliation.people:1000000}")
    private int people;

    @Test
    void aMillionPeopleAreReconciledInTwiceTheTimeOfTheBareJoin() {
        CountySeason season = counties.fresh(2021);
        clock.set(LocalDate.of(2020, 8, 20));
        season.accepted(season.person());
        Run run = season.run();
        ManyPeople.likeTheFirst(season, run, people);
        season.owner().sql("vacuum analyze").update();
        clock.set(LocalDate.of(2020, 8, 27));
        long begin = System.nanoTime();
        season.clerk(() -> pushing.push(season.county(), season.year(), PushKind.FULL, "clerk"));
        log.info("mark-push-{} ms={}", people, (System.nanoTime() - begin) / 1_000_000);
        pay(season);
        season.owner().sql("vacuum analyze").update();

        long bare = Long.MAX_VALUE;
        long full = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            bare = Math.min(bare, timed(season, () -> jdbc.sql(BARE_JOIN)
                    .params(MarkDrafts.parameters(season.county().region(), run, clock.instant()))
                    .update()));
            full = Math.min(full, timed(season, () -> {
                Map<String, Object> parameters =
                        MarkDrafts.parameters(season.county().region(), run, clock.instant());
                amounts.gather(run);
                facts.gather(parameters, LocalDate.of(2021, 1, 1), clock.getZone());
                parameters.put("zone", clock.getZone().getId());
                changes.weigh(run, parameters);
            }));
        }
        double ratio = (double) full / bare;
        log.info(
                "reconciliation-{} bare_ms={} ms={} ratio={} goal={}",
                people,
                bare / 1_000_000,
                full / 1_000_000,
                String.format("%.2f", ratio),
                GOAL);
        assertThat(ratio).isLessThanOrEqualTo(GOAL);
    }

    private long timed(CountySeason season, Runnable work) {
        return SignedIn.doing(Role.CLERK, season.code(), () -> new TransactionTemplate(transactions).execute(status -> {
            long begin = System.nanoTime();
            work.run();
            return System.nanoTime() - begin;
        }));
    }

    /** Nine in ten have paid, one in a hundred of them another amount. */
    private static void pay(CountySeason season) {
        UUID roster = season.owner()
                .sql("select id from roster_batch where county = ?")
                .param(season.code())
                .query(UUID.class)
                .single();
        season.owner()
                .sql(
                        """
                        insert into payment_record (region, county, benefit_year, person_key, number_cipher, number_tail,
                            name, tier, subsidised_fen, own_fen, total_fen, paid_on, known_from, batch_id, row_number)
                        select l.region, l.county, l.benefit_year, l.person_key, l.number_cipher, l.number_tail, l.name, '1',
                            case when sequence % 100 = 1 then 0 else 27500 end,
                            case when sequence % 100 = 1 then 30500 else 3000 end, 30500,
                            date '2020-10-09', now(), :roster, sequence
                        from mark_line l where l.county = :county and l.sequence % 10 <> 0
                        """)
                .param("roster", roster)
                .param("county", season.code())
                .update();
    }
}
