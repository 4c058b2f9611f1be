package org.zhubao.determination;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Division;
import org.zhubao.division.Scope;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.site.Refusal;

/** Starts runs and tells how they go; the work itself is a job in the database that survives a restart. */
@Service
public class DeterminingSubsidies {

    private final DeterminationRuns runs;
    private final PolicyCatalog policies;
    private final SchedulerClient scheduler;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeterminingSubsidies(
            DeterminationRuns runs,
            PolicyCatalog policies,
            SchedulerClient scheduler,
            AuditTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.runs = runs;
        this.policies = policies;
        this.scheduler = scheduler;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Starts a run over everybody of the county, as known now.
     *
     * @throws Refusal when no policy is published, or a run of that county and year is under way
     */
    @Transactional
    public UUID start(Division county, int benefitYear, String by) {
        return start(county, benefitYear, RunRequest.asKnownOn(clock.instant()), by);
    }

    /**
     * Starts a run over everybody of the county, by the policy in force and as known at a moment that is not to come.
     *
     * @throws Refusal as above
     */
    @Transactional
    public UUID start(Division county, int benefitYear, RunRequest wanted, String by) {
        if (wanted.asKnownOn().isAfter(clock.instant())) {
            throw new Refusal("determination.to-come");
        }
        PublishedPolicy policy = policies.find(county.code(), benefitYear, wanted.asKnownOn())
                .orElseThrow(() -> new Refusal("determination.no-policy", county.name(), String.valueOf(benefitYear)));
        oneByOne(county, benefitYear);
        if (runs(county.code(), benefitYear).stream()
                .anyMatch(run -> !run.status().isOver())) {
            throw Refusal.overtaken("determination.under-way");
        }
        DeterminationRun run =
                runs.save(new DeterminationRun(county.code(), benefitYear, policy, wanted, by, clock.instant()));
        scheduler.scheduleIfNotExists(
                DeterminationJob.TASK.instance(run.id().toString()).scheduledTo(Instant.now(Clock.systemUTC())));
        trail.record(AuditEvent.of(Action.RUN_STARTED, county.code(), "run " + run.id())
                .by(by)
                .with("benefitYear", benefitYear)
                .with("asKnownOn", wanted.asKnownOn())
                .with("policy", policy.digest()));
        return run.id();
    }

    /** Whoever starts at the same moment waits until this transaction ends, and then sees its run. */
    private void oneByOne(Division county, int benefitYear) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('determination' || ? || ?))")
                .params(county.code(), benefitYear)
                .query(row -> {});
    }

    /** The runs of a county and year, the newest first. */
    @Transactional(readOnly = true)
    public List<Run> runs(String county, int benefitYear) {
        return runs.findByCountyAndBenefitYearOrderByStartedAtDesc(county, benefitYear).stream()
                .map(DeterminationRun::toRun)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Run> run(UUID id, String county) {
        return runs.findByIdAndCounty(id, county).map(DeterminationRun::toRun);
    }

    /** A run of whichever county, if the scope covers it. */
    @Transactional(readOnly = true)
    public Optional<Run> run(UUID id, Scope scope) {
        return runs.findById(id).map(DeterminationRun::toRun).filter(run -> scope.covers(run.county()));
    }

    /**
     * Makes a run what marks are pushed and sheets are frozen by.
     *
     * @throws Refusal when it has not ended well, is published already, or knows less than the one published now
     */
    @Transactional
    public void publish(UUID id, String county, String by) {
        DeterminationRun run = runs.findByIdAndCounty(id, county).orElseThrow(Refusal::notFound);
        Run now = run.toRun();
        if (published(county, now.benefitYear())
                .filter(earlier -> earlier.asKnownOn().isAfter(now.asKnownOn()))
                .isPresent()) {
            throw new Refusal("determination.knows-less");
        }
        run.publish(by, clock.instant());
        trail.record(AuditEvent.of(Action.RUN_PUBLISHED, county, "run " + id)
                .by(by)
                .with("digest", String.valueOf(now.digest()))
                .with("persons", now.personsTotal()));
    }

    /** The run that was published last. */
    @Transactional(readOnly = true)
    public Optional<Run> published(String county, int benefitYear) {
        return runs.findFirstByCountyAndBenefitYearAndPublishedAtNotNullOrderByPublishedAtDesc(county, benefitYear)
                .map(DeterminationRun::toRun);
    }

    /** The run that has ended well and knows most. */
    @Transactional(readOnly = true)
    public Optional<Run> latest(String county, int benefitYear) {
        return runs.findFirstByCountyAndBenefitYearAndStatusOrderByAsKnownOnDescStartedAtDesc(
                        county, benefitYear, RunStatus.FINISHED)
                .map(DeterminationRun::toRun);
    }
}
