package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.division.Department;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.HeapWatch;
import org.zhubao.support.LongRoster;
import org.zhubao.support.PageWatch;

/**
 * How fast a roster is taken in, against the least that any program would have to do, within 256 MB of heap and with
 * people working in the meantime. Run by {@code -Pintake}; docs/benchmarks.md explains the lines.
 */
@DatabaseTest
@Tag("intake")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class IntakeSpeedTests {

    private static final Logger log = LoggerFactory.getLogger(IntakeSpeedTests.class);
    private static final int FEW = 50_000;
    private static final long MOST_HEAP = 256;
    private static final long SLOWEST_PAGE = 300;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private RosterReceptions receptions;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private MockMvc mvc;

    /** Other sizes than the usual by {@code -Dintake.people=50000}. */
    static int[] sizes() {
        return Arrays.stream(System.getProperty("intake.people", "20000,200000,400000")
                        .split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aListIsReadAndTakenInWhileOthersWork(int rows, @TempDir Path folder) throws IOException, SQLException {
        CountySeason season = counties.fresh(2021);
        RawIntake raw = new RawIntake(database);
        warmUp(raw, folder);
        Path file = LongRoster.write(season, rows, folder.resolve("long.xlsx"));
        try (HeapWatch heap = new HeapWatch();
                PageWatch pages = new PageWatch(mvc, season)) {
            long reference = raw.readAndCopy(file);
            long begin = System.nanoTime();
            UUID roster = season.read(season.handedIn(Department.CIVIL_AFFAIRS, RosterKind.FULL, file));
            season.submit(roster);
            Preview preview = season.clerk(() -> receptions.of(RosterKind.FULL).preview(roster));
            ratio("roster-to-preview", rows, System.nanoTime() - begin, reference);
            begin = System.nanoTime();
            awaitFollowUp();
            log.info("roster-names-{} ms={}", rows, (System.nanoTime() - begin) / 1_000_000);
            begin = System.nanoTime();
            season.accept(roster);
            ratio("roster-acceptance", rows, System.nanoTime() - begin, raw.insertAsManyClaims(roster));
            long mostHeap = heap.peak();
            long slow = pages.percentile(95);
            log.info("roster-heap-{} mb={} goal={}", rows, mostHeap, MOST_HEAP);
            log.info("roster-pages-{} pages={} p95_ms={} goal={}", rows, pages.count(), slow, SLOWEST_PAGE);

            assertThat(preview.added()).isEqualTo(rows);
            assertThat(mostHeap).as("heap in MB").isLessThanOrEqualTo(MOST_HEAP);
            assertThat(slow).as("page response in ms").isLessThanOrEqualTo(SLOWEST_PAGE);
        }
    }

    /** Names are spelt while nobody waits; here somebody does, because nobody accepts a list at once. */
    private void awaitFollowUp() {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> database.sql()
                                .sql("select count(*) from scheduled_tasks where task_name = 'roster-reading'")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    /** Both sides have done it before, as on a server that has been up for a while. */
    private void warmUp(RawIntake raw, Path folder) throws IOException, SQLException {
        CountySeason other = counties.fresh(2021);
        Path file = LongRoster.write(other, FEW, folder.resolve("few.xlsx"));
        raw.readAndCopy(file);
        UUID roster = other.upload(Department.CIVIL_AFFAIRS, RosterKind.FULL, file);
        other.submit(roster);
        other.accept(roster);
    }

    private static void ratio(String name, int rows, long ours, long reference) {
        log.info(
                "{}-{} ours={}ms reference={}ms ratio={}.{}",
                name,
                rows,
                ours / 1_000_000,
                reference / 1_000_000,
                ours / reference,
                "%02d".formatted(ours * 100 / reference % 100));
    }
}
