package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Role;
import org.zhubao.account.Tokens;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.KillableOffice;
import org.zhubao.support.LongRoster;
import org.zhubao.support.Moments;
import org.zhubao.support.Program;
import org.zhubao.support.SessionsAtWork;
import org.zhubao.support.SettableClock;

/**
 * The server is killed while it reads lists and takes them in, again and again, each time at another moment. Whoever
 * does after the restart what was not answered has every list once and whole. Run by {@code -Pcrash}.
 */
@DatabaseTest
@Tag("crash")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
@TestPropertySource(
        properties = {
            "zhubao.test.own-database=killed",
            // Lists are read by the server that is killed, and not by the application of this test
            "db-scheduler.polling-interval=1d",
            "db-scheduler.immediate-execution-enabled=false"
        })
class KilledOfficeTests {

    private static final Logger log = LoggerFactory.getLogger(KilledOfficeTests.class);
    private static final int KILLS = Integer.getInteger("crash.kills", 50);
    private static final int ROWS = 2_000;
    private static final long SEED = 20_241_220;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Tokens tokens;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private CountySeason season;
    private String token;
    private String reviewer;
    private KillableOffice office;

    @BeforeEach
    void open() {
        clock.set(Clock.systemUTC().instant());
        season = counties.fresh(2021);
        token = tokens.of(Role.CLERK, season.code());
        reviewer = tokens.of(Role.REVIEWER, season.code());
        restart();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void noListIsLostOrHalfOrTwiceThereWhenTheServerIsKilled() {
        Moments reading = new Moments(random);
        Moments accepting = new Moments(random);
        reading.measure(() -> read(upload(0)));
        accepting.measure(() -> accept(upload(0)));
        int lists = 1;
        for (int unanswered = 0; unanswered < KILLS; lists++) {
            int sent = lists;
            boolean answered;
            if (lists % 2 == 0) {
                answered = killDuring("reading", reading, () -> read(upload(sent)));
            } else {
                String address = read(upload(sent));
                answered = killDuring("accepting", accepting, () -> accept(address));
                assertThat(answered && !status(address).equals("ACCEPTED"))
                        .as("answered and lost")
                        .isFalse();
            }
            unanswered += answered ? 0 : 1;
            assertThat(broken()).as("after killing list %d", lists).isZero();
            accept(read(upload(sent)));
            assertThat(broken()).isZero();
            assertThat(countHere("select count(*) from (select * from identity_claim where known_to is null) open"))
                    .isEqualTo((lists + 1L) * ROWS);
        }
        assertThat(countHere("select count(*) from roster_batch")).isEqualTo(lists);
        assertThat(countHere("select count(*) from roster_file")).isEqualTo(lists);
        assertThat(countHere("select count(distinct person_id) from identity_claim"))
                .isEqualTo(lists * (long) ROWS);
        log.info("{} kills, {} of them while reading or accepting", lists - 1, KILLS);
    }

    /** @return whether the work was answered before the server was gone */
    private boolean killDuring(String what, Moments moments, Supplier<?> work) {
        CompletableFuture<?> answer = CompletableFuture.supplyAsync(work);
        long moment = moments.any();
        answer.copy().completeOnTimeout(null, moment, TimeUnit.MILLISECONDS).join();
        office.kill();
        boolean answered = answer.handle((result, failure) -> failure == null).join();
        moments.learn(moment, answered);
        log.info("killed after {} ms of {}, {}", moment, what, answered ? "answered" : "unanswered");
        restart();
        return answered;
    }

    private void restart() {
        office = KillableOffice.start(database, Path.of("target", "killed-office.log"));
        new SessionsAtWork(database).awaitNone();
    }

    /** @return the address of the list */
    private String upload(int list) {
        Program.Answer answer = program()
                .upload(
                        "/api/v1/rosters",
                        Map.of(
                                "division", season.code(),
                                "benefitYear", "2021",
                                "department", "civil-affairs",
                                "kind", "additions"),
                        list + ".xlsx",
                        workbook(list));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.header("Location");
    }

    /** Waits for the job, which begins anew when it was cut off, but not for a server that was killed. */
    private String read(String address) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !office.isAlive() || !status(address).equals("READING"));
        assertThat(status(address)).isNotEqualTo("READING");
        return address;
    }

    private String accept(String address) {
        if (status(address).equals("CHECKED")) {
            assertThat(program().post(address + "/submission", "").status()).isEqualTo(200);
        }
        if (!status(address).equals("ACCEPTED")) {
            assertThat(new Program(office.port(), reviewer)
                            .post(address + "/acceptance", "")
                            .status())
                    .isEqualTo(200);
        }
        return address;
    }

    private Program program() {
        return new Program(office.port(), token);
    }

    private byte[] workbook(int list) {
        Path file = folder.resolve(list + ".xlsx");
        try {
            if (!Files.exists(file)) {
                LongRoster.write(season, list * ROWS, ROWS, file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String status(String address) {
        return database.sql()
                .sql("select status from roster_batch where id::text = ?")
                .param(address.replaceFirst(".*/", ""))
                .query(String.class)
                .single();
    }

    /**
     * Batches that are not whole: rows or claims missing or too many, files without a batch, without parts, and parts
     * without a file.
     */
    private long broken() {
        return count(
                """
                select (select count(*) from roster_batch b
                        where case status when 'READING' then 0 else rows_read end <> (select count(*) from roster_row r where r.batch_id = b.id)
                            or case status when 'ACCEPTED' then rows_acceptable else 0 end
                                <> (select count(*) from identity_claim c where c.batch_id = b.id))
                    + (select count(*) from roster_row where batch_id not in (select id from roster_batch))
                    + (select count(*) from roster_file where id not in (select file_id from roster_batch))
                    + (select count(*) from roster_file where id not in (select file_id from roster_file_part))
                    + (select count(*) from roster_file_part where file_id not in (select id from roster_file))
                """);
    }

    /** In the county of this test, which shares the database. */
    private long countHere(String sql) {
        return count(sql + " where county = '" + season.code() + "'");
    }

    private long count(String sql) {
        return database.sql().sql(sql).query(Long.class).single();
    }
}
