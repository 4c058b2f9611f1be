package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.register.FindingPeople;
import org.zhubao.register.Person;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.HeapWatch;
import org.zhubao.support.SettableClock;

/**
 * Runs, search and pages over a county of a million people and 1.4 million claims, within 512 MB of heap. Run by {@code
 * -Pregister}; docs/benchmarks.md explains the lines.
 */
@DatabaseTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@TestPropertySource(properties = "zhubao.test.own-database=register_speed")
@Tag("register")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class RegisterSpeedTests {

    private static final Logger log = LoggerFactory.getLogger(RegisterSpeedTests.class);
    private static final LocalDate AUGUST = LocalDate.of(2020, 8, 20);
    private static final List<String> ASKED =
            List.of("王伟", "李芳", "zhangw", "lxm", "wf", "陈静", "明", "0007", "4321", "9996", "gaom", "赵敏芳");
    private static final int USERS = 50;
    private static final int ROUNDS = 20;
    /** Between two pages of a user; nobody clicks as fast. */
    private static final int PAUSE = 1000;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private DeterminationRuns runs;

    @Autowired
    private DeterminingProfiles profiles;

    @Autowired
    private PolicyCatalog policies;

    @Autowired
    private FindingPeople finding;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    @Value("${register.people:1000000}")
    private int people;

    @Test
    void aMillionPeopleAreDeterminedSearchedAndShown() throws Exception {
        CountySeason small = filled(people / 10);
        long fewer = run(small, true);
        try (HeapWatch heap = new HeapWatch()) {
            CountySeason season = filled(people);
            heap.peak();
            long full = Math.min(run(season, true), run(season, true));
            report("run", full, bare(season), 2);
            report("run-growth", full, fewer * 10, 1);
            // As autovacuum does within a minute of so many new rows
            season.owner().sql("vacuum analyze determined").update();
            clock.set(clock.instant().plusSeconds(60));
            MillionPeople.change(season, clock.instant());
            report("run-after-one-percent", run(season, false), full / 20, 1);
            season.owner().sql("vacuum analyze").update();
            report("search-p95", p95(searches(season)), TimeUnit.MILLISECONDS.toNanos(200), 1);
            Person somebody = season.clerk(() -> finding.find(season.code(), new Scope(season.code()), "王", 1, 1)
                    .people()
                    .get(0));
            for (String page : List.of("/people/" + somebody.id(), "/review", "/")) {
                String name = page.startsWith("/people") ? "person" : page.equals("/") ? "home" : "review";
                visits(season, page, 0); // as on a server that has been up for a while
                report(name + "-p95", p95(visits(season, page, 0)), TimeUnit.MILLISECONDS.toNanos(100), 1);
                report(name + "-paused-p95", p95(visits(season, page, PAUSE)), TimeUnit.MILLISECONDS.toNanos(100), 1);
            }
            long peak = heap.peak();
            log.info("heap ours={}MB reference=512MB ratio={}", peak, String.format("%.2f", peak / 512.0));
            assertThat(peak).isLessThanOrEqualTo(512);
        }
    }

    private CountySeason filled(int number) {
        clock.set(AUGUST);
        CountySeason season = counties.fresh(2021);
        long begin = System.nanoTime();
        MillionPeople.fill(season, number, clock.instant());
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person(), season.person());
        log.info("filled with {} people in {} s", number, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
        return season;
    }

    /** Carries a run out as the job does, without what follows upon it. */
    private long run(CountySeason season, boolean everybody) {
        clock.set(clock.instant().plusSeconds(1));
        return season.clerk(() -> {
            Run run = runs.save(new DeterminationRun(
                            season.code(),
                            season.year(),
                            policies.find(season.code(), season.year()).orElseThrow(),
                            new RunRequest(clock.instant(), everybody),
                            "clerk",
                            clock.instant()))
                    .toRun();
            TransactionTemplate transaction = new TransactionTemplate(transactions);
            long begin = System.nanoTime();
            RunResult result = transaction.execute(status -> profiles.determine(run, (done, total) -> {}));
            long took = System.nanoTime() - begin;
            transaction.executeWithoutResult(
                    status -> runs.findById(run.id()).orElseThrow().finished(result, clock.instant()));
            log.info("determined {} people, {} anew, {}", result.persons(), result.changed(), result.digest());
            return took;
        });
    }

    /** As many rows as a run writes, of the same width and with the same indexes, copied by one statement. */
    private static long bare(CountySeason season) {
        season.owner().sql("create table bare (like determined including all)").update();
        long begin = System.nanoTime();
        season.owner()
                .sql(
                        """
                        insert into bare select * from determined where chain = (
                            select chain from run_place where county = ? order by run_id limit 1)
                        """)
                .param(season.code())
                .update();
        long took = System.nanoTime() - begin;
        season.owner().sql("drop table bare").update();
        return took;
    }

    private List<Long> searches(CountySeason season) {
        List<Long> took = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            for (String text : ASKED) {
                long begin = System.nanoTime();
                season.clerk(() -> finding.find(season.code(), new Scope(season.code()), text, 1, 50));
                took.add(System.nanoTime() - begin);
            }
        }
        return took.subList(ASKED.size(), took.size());
    }

    /**
     * So many users at once, who open the page several times.
     *
     * @param pause how long they look at it, in milliseconds, a little less or more; 0 for not at all
     */
    private List<Long> visits(CountySeason season, String page, int pause) throws Exception {
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        try {
            Callable<List<Long>> user = () -> {
                Random looks = new Random(Thread.currentThread().getId());
                Cookie session = signedIn(season);
                List<Long> took = new ArrayList<>();
                for (int round = 0; round <= ROUNDS; round++) {
                    TimeUnit.MILLISECONDS.sleep(pause == 0 ? 0 : pause / 2 + looks.nextInt(pause));
                    took.add(visit(season, session, page));
                }
                return took.subList(1, took.size());
            };
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> one : users.invokeAll(Collections.nCopies(USERS, user))) {
                all.addAll(one.get());
            }
            return all;
        } finally {
            users.shutdownNow();
        }
    }

    /** A browser keeps its session from page to page. */
    private Cookie signedIn(CountySeason season) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get("/").with(SignedIn.as(Role.CLERK, season.code())))
                .andReturn()
                .getResponse()
                .getCookies()[0];
    }

    private long visit(CountySeason season, Cookie session, String page) throws Exception {
        long begin = System.nanoTime();
        mvc.perform(MockMvcRequestBuilders.get(page).cookie(session).with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(MockMvcResultMatchers.status().isOk());
        return System.nanoTime() - begin;
    }

    private static long p95(List<Long> took) {
        List<Long> sorted = took.stream().sorted().toList();
        return sorted.get((sorted.size() * 95 + 99) / 100 - 1);
    }

    private static void report(String name, long ours, long reference, double goal) {
        log.info(
                "{} ours={}ms reference={}ms ratio={} goal={}",
                name,
                TimeUnit.NANOSECONDS.toMillis(ours),
                TimeUnit.NANOSECONDS.toMillis(reference),
                String.format("%.2f", (double) ours / reference),
                goal);
    }
}
