package org.zhubao.levy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.determination.Run;
import org.zhubao.division.Division;
import org.zhubao.levy.MarkDrafts.Counts;
import org.zhubao.site.Refusal;

/** Tells the tax bureau who pays how much: numbered, frozen, one push at a time. */
@Service
public class PushingMarks {

    private final PublishedRuns runs;
    private final AmountsOfRun amounts;
    private final MarkDrafts drafts;
    private final MarkPushes pushes;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    PushingMarks(
            PublishedRuns runs,
            AmountsOfRun amounts,
            MarkDrafts drafts,
            MarkPushes pushes,
            AuditTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.runs = runs;
        this.amounts = amounts;
        this.drafts = drafts;
        this.pushes = pushes;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Freezes a push of the published run. The first one is full, whatever is asked for.
     *
     * @return the id of the push
     * @throws Refusal while a run is under way, when there is none, or when the tax bureau would be told nothing new
     */
    @Transactional
    public UUID push(Division county, int benefitYear, PushKind wanted, String by) {
        oneByOne(county.code(), benefitYear);
        runs.requireNoneUnderWay(county.code(), benefitYear);
        Run run = runs.of(county.code(), benefitYear);
        Optional<MarkPush> last = pushes.last(county.code(), benefitYear);
        PushKind kind = last.isEmpty() ? PushKind.FULL : wanted;
        Instant now = clock.instant();
        amounts.gather(run);
        Counts counts = drafts.gather(county.region(), run, kind, now);
        if (counts.lines() == 0
                || counts.lines() == counts.unchanged()
                        && last.filter(push -> push.kind() == PushKind.FULL).isPresent()) {
            throw new Refusal("levy.nothing-to-push");
        }
        UUID id = UUID.randomUUID();
        int number = last.map(MarkPush::number).orElse(0) + 1;
        store(id, county, run, number, kind, counts, by, now);
        drafts.store(id, county.region(), run);
        trail.record(AuditEvent.of(Action.MARKS_PUSHED, county.code(), "mark push " + id)
                .by(by)
                .with("number", number)
                .with("kind", kind.code())
                .with("lines", counts.lines()));
        return id;
    }

    private void store(
            UUID id, Division county, Run run, int number, PushKind kind, Counts counts, String by, Instant now) {
        jdbc.sql(
                        """
                        insert into mark_push (id, region, county, benefit_year, number, kind, run_id, added, changed,
                            cancelled, unchanged, digest, pushed_by, pushed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        county.region(),
                        county.code(),
                        run.benefitYear(),
                        number,
                        kind.name(),
                        run.id(),
                        counts.added(),
                        counts.changed(),
                        counts.cancelled(),
                        counts.unchanged(),
                        drafts.digest(),
                        by,
                        Timestamp.from(now))
                .update();
    }

    /** Two pushes wait for each other; a run that begins meanwhile waits, too, by the lock that runs take. */
    private void oneByOne(String county, int benefitYear) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(hashtext('determination' || :county || :year)),
                            pg_advisory_xact_lock(hashtext('mark-push' || :county || :year))
                        """)
                .param("county", county)
                .param("year", benefitYear)
                .query(row -> {});
    }
}
