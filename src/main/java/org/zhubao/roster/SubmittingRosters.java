package org.zhubao.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.roster.RosterReception.Comparison;
import org.zhubao.site.Refusal;

/** From the department's file to the register: upload and check, submit, accept or give back. */
@Service
public class SubmittingRosters {

    private final ArrivingFiles arriving;
    private final RosterReader reader;
    private final RosterBatches batches;
    private final RosterReceptions receptions;
    private final RosterTurns turns;
    private final List<RosterDependants> dependants;
    private final Jumps jumps;
    private final AuditTrail trail;
    private final Clock clock;

    SubmittingRosters(
            ArrivingFiles arriving,
            RosterReader reader,
            RosterBatches batches,
            RosterReceptions receptions,
            RosterTurns turns,
            List<RosterDependants> dependants,
            Jumps jumps,
            AuditTrail trail,
            Clock clock) {
        this.arriving = arriving;
        this.reader = reader;
        this.batches = batches;
        this.receptions = receptions;
        this.turns = turns;
        this.dependants = dependants;
        this.jumps = jumps;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Reads and checks a file at once, in the caller's transaction; {@link HandingInRosters} leaves that to a job. The
     * same content for the same list answers with the batch it came as first.
     *
     * @return the id of the batch
     * @throws RosterFileRefused when the file cannot be read or is another list; nothing is stored then
     * @throws Refusal when no policy of that county and year is published
     */
    @Transactional
    public UUID upload(RosterUpload upload) {
        Arrival arrival = arriving.arrive(upload);
        if (arrival.isNew()) {
            reader.read(arrival.batch(), upload, ReadingWatch.NOBODY);
        }
        return arrival.batch();
    }

    /** The department vouches for the list. */
    @Transactional
    public void submit(UUID id, String by) {
        RosterBatch batch = batch(id);
        batch.submit(by, clock.instant());
        trail.record(batch.event(Action.ROSTER_SUBMITTED).by(by));
    }

    /**
     * The bureau takes the list into the register, where all that it says is known from the moment of acceptance. One that cancels more than {@link Jumps} allow takes two.
     *
     * @return whether it is in the register now; false where a second person has to accept it, too
     * @throws Refusal {@code four-eyes} when the same person has submitted it, on a department's behalf perhaps, or is
     *     the first of two
     */
    @Transactional
    public boolean accept(UUID id, String by) {
        RosterBatch batch = alone(id);
        Comparison comparison = reception(batch).compare(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean accepted = batch.accept(by, now, jumps.isJump(batch.kind(), comparison.preview()));
        if (accepted) {
            comparison.receive(now);
        }
        trail.record(batch.event(accepted ? Action.ROSTER_ACCEPTED : Action.ROSTER_ACCEPTED_FIRST)
                .by(by));
        return accepted;
    }

    /** The bureau sends the list back. */
    @Transactional
    public void giveBack(UUID id, String by, String reason) {
        RosterBatch batch = batch(id);
        batch.giveBack(by, clock.instant(), reason);
        trail.record(batch.event(Action.ROSTER_RETURNED).by(by));
    }

    /**
     * The bureau takes an accepted list back: what it changed in the register is undone.
     *
     * @throws Refusal when a later list of the department builds upon it, or a frozen sheet charges by it
     */
    @Transactional
    public void withdraw(UUID id, String by, String reason) {
        RosterBatch batch = alone(id);
        batch.withdraw(by, clock.instant(), reason);
        if (batches.existsByCountyAndBenefitYearAndDepartmentAndStatusAndDecidedAtAfter(
                batch.county(),
                batch.benefitYear(),
                batch.department().code(),
                RosterStatus.ACCEPTED,
                batch.decidedAt())) {
            throw new Refusal("roster.built-upon");
        }
        if (dependants.stream().anyMatch(dependant -> dependant.restOn(id))) {
            throw Refusal.overtaken("roster.settled");
        }
        reception(batch).takeBack(id, clock.instant());
        trail.record(batch.event(Action.ROSTER_WITHDRAWN).by(by).with("reason", reason));
    }

    private RosterReception reception(RosterBatch batch) {
        return receptions.of(batch.kind());
    }

    private RosterBatch alone(UUID id) {
        turns.await(id);
        return batch(id);
    }

    private RosterBatch batch(UUID id) {
        return batches.findById(id).orElseThrow(Refusal::notFound);
    }
}
