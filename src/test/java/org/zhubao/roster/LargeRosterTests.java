package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunStatus;
import org.zhubao.determination.Trial;
import org.zhubao.determination.TryingPolicies;
import org.zhubao.division.Department;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.rules.Policy;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.HeapWatch;
import org.zhubao.support.LongRoster;

/** A roster far larger than any county's goes the whole way; with {@code -Plarge} in 512 MB of heap. */
@DatabaseTest
@Tag("large")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class LargeRosterTests {

    private static final Logger log = LoggerFactory.getLogger(LargeRosterTests.class);
    private static final int ROWS = 200_000;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private RosterReceptions receptions;

    @Autowired
    private TryingPolicies trying;

    @Autowired
    private PolicyCatalog policies;

    @Test
    void twoHundredThousandRowsGoFromUploadToDetermination(@TempDir Path folder) throws IOException {
        CountySeason season = counties.fresh(2021);
        Path file = LongRoster.write(season, ROWS, folder.resolve("large.xlsx"));
        log.info("{} rows of 10 columns, {} KB", ROWS, Files.size(file) / 1024);

        try (HeapWatch heap = new HeapWatch()) {
            UUID roster = timed("upload", heap, () -> season.upload(Department.CIVIL_AFFAIRS, RosterKind.FULL, file));
            season.submit(roster);
            Preview preview = timed(
                    "preview",
                    heap,
                    () -> season.clerk(() -> receptions.of(RosterKind.FULL).preview(roster)));
            timed("accept", heap, () -> {
                season.accept(roster);
                return roster;
            });
            timed(
                    "preview of all unchanged",
                    heap,
                    () -> season.clerk(() -> receptions.of(RosterKind.FULL).preview(roster)));
            Run run = timed("run", heap, season::run);
            Trial trial = timed("trial of a policy against itself", heap, () -> season.clerk(() -> tried(season)));

            assertThat(season.roster(roster).rows()).isEqualTo(new RowCounts(ROWS, ROWS, 0, 0));
            assertThat(preview.added()).isEqualTo(ROWS);
            assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
            assertThat(run.personsDone()).isEqualTo(ROWS);
            assertThat(trial.persons()).isEqualTo(ROWS);
            assertThat(trial.all().differenceFen()).isZero();
        }
    }

    private Trial tried(CountySeason season) {
        Policy policy =
                policies.find(season.code(), season.year()).orElseThrow().policy();
        return trying.trial(new TryingPolicies.Question(policy, policy, season.code(), season.year()));
    }

    private static <T> T timed(String step, HeapWatch heap, Supplier<T> work) {
        long before = System.nanoTime();
        T result = work.get();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        log.info(
                "{}: {} ms, {} rows/s, at most {} MB of heap in use", step, millis, ROWS * 1000L / millis, heap.peak());
        return result;
    }
}
