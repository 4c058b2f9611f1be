package org.zhubao.roster;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.site.Refusal;

/** Takes files in to be read by a job, which survives a restart; whoever hands one in need not wait for it. */
@Service
public class HandingInRosters {

    private final ArrivingFiles arriving;
    private final RosterBatches batches;
    private final RosterFiles files;
    private final StoredRefusals refusals;
    private final SchedulerClient scheduler;
    private final AuditTrail trail;
    private final Clock clock;

    HandingInRosters(
            ArrivingFiles arriving,
            RosterBatches batches,
            RosterFiles files,
            StoredRefusals refusals,
            SchedulerClient scheduler,
            AuditTrail trail,
            Clock clock) {
        this.arriving = arriving;
        this.batches = batches;
        this.files = files;
        this.refusals = refusals;
        this.scheduler = scheduler;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Keeps a file and has it read. The same content for the same list answers with the batch it came as first.
     *
     * @return the batch, which is {@link RosterStatus#READING} until the job is over
     * @throws Refusal when no policy of that county and year is published
     */
    @Transactional
    public Arrival handIn(RosterUpload upload) {
        Arrival arrival = arriving.arrive(upload);
        if (arrival.isNew()) {
            schedule(arrival.batch());
        }
        return arrival;
    }

    /**
     * Has the stored file read once more, by what the department has said of its words since; the batch read before is
     * replaced.
     *
     * @return the id of the new batch
     */
    @Transactional
    public UUID readAgain(UUID id, String by) {
        RosterBatch batch = batch(id);
        batch.replace();
        batches.flush();
        trail.record(batch.event(Action.ROSTER_READ_AGAIN).by(by));
        RosterBatch again = batches.saveAndFlush(
                new RosterBatch(UUID.randomUUID(), batch, files.copyOf(batch.fileId()), by, clock.instant()));
        schedule(again.id());
        return again.id();
    }

    /**
     * Gives up a list that is still being read. Nothing of it stays but that it was there.
     *
     * @throws Refusal {@code roster.moved-on} when it was read already
     */
    @Transactional
    public void cancel(UUID id, String by) {
        RosterBatch batch = batch(id);
        batch.requireMay(RosterStatus.CANCELLED);
        files.forget(batch.fileId());
        batch.cancel();
        trail.record(batch.event(Action.ROSTER_CANCELLED).by(by));
    }

    /** Why a list was not taken; empty for every other. */
    @Transactional(readOnly = true)
    public Optional<RosterFileRefused> refusal(UUID id) {
        return Optional.ofNullable(batch(id).refusalCipher()).map(refusals::read);
    }

    private RosterBatch batch(UUID id) {
        return batches.findById(id).orElseThrow(Refusal::notFound);
    }

    private void schedule(UUID id) {
        scheduler.scheduleIfNotExists(
                RosterReadingJob.TASK.instance(id.toString()).scheduledTo(Instant.now(Clock.systemUTC())));
    }
}
