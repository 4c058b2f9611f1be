package org.zhubao.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.site.Refusal;

/** From the department's file to the register: upload and check, submit, accept or give back. */
@Service
public class SubmittingRosters {

    private final RosterBatches batches;
    private final RosterFiles files;
    private final StagedRows rows;
    private final RosterReading reading;
    private final RosterReceptions receptions;
    private final RosterTurns turns;
    private final List<RosterDependants> dependants;
    private final RosterAliases aliases;
    private final Jumps jumps;
    private final PolicyCatalog policies;
    private final Divisions divisions;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    SubmittingRosters(
            RosterBatches batches,
            RosterFiles files,
            StagedRows rows,
            RosterReading reading,
            RosterReceptions receptions,
            RosterTurns turns,
            List<RosterDependants> dependants,
            RosterAliases aliases,
            Jumps jumps,
            PolicyCatalog policies,
            Divisions divisions,
            AuditTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.batches = batches;
        this.files = files;
        this.rows = rows;
        this.reading = reading;
        this.receptions = receptions;
        this.turns = turns;
        this.dependants = dependants;
        this.aliases = aliases;
        this.jumps = jumps;
        this.policies = policies;
        this.divisions = divisions;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Reads and checks a file. The same content for the same list answers with the batch it came as first.
     *
     * @return the id of the batch
     * @throws RosterFileRefused when the file cannot be read or is another list; nothing is stored then
     * @throws Refusal when no policy of that county and year is published
     */
    @Transactional
    public UUID upload(RosterUpload upload) {
        PublishedPolicy policy = policies.find(upload.county().code(), upload.benefitYear())
                .orElseThrow(() ->
                        new Refusal("roster.no-policy", upload.county().name(), String.valueOf(upload.benefitYear())));
        byte[] sha256 = RosterFiles.sha256(upload.file());
        oneByOne(upload, sha256);
        Optional<UUID> earlier = sameContent(upload, sha256);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        RosterBatch batch = batches.saveAndFlush(
                new RosterBatch(UUID.randomUUID(), upload, files.store(upload, sha256), sha256, clock.instant()));
        RosterExpectation expected = expectation(upload, policy);
        RosterShape shape =
                rows.stage(batch.id(), upload, sink -> reading.read(upload.file(), upload.fileName(), expected, sink));
        RowCounts counts = rows.count(batch.id());
        batch.checked(counts, shape);
        trail.record(batch.event(Action.ROSTER_UPLOADED)
                .by(upload.by())
                .with("file", upload.fileName())
                .with("rows", counts.read()));
        return batch.id();
    }

    /**
     * Reads the stored file once more, by what the department has said of its words since; the batch read before is
     * replaced.
     *
     * @return the id of the new batch
     */
    @Transactional
    public UUID readAgain(UUID id, String by) throws IOException {
        RosterBatch batch = batch(id);
        batch.replace();
        batches.flush();
        trail.record(batch.event(Action.ROSTER_READ_AGAIN).by(by));
        Path copy = Files.createTempFile("roster-again", null);
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                files.copyTo(batch.fileId(), out);
            }
            return upload(new RosterUpload(
                    divisions.find(batch.county()).orElseThrow(),
                    batch.benefitYear(),
                    batch.department(),
                    batch.kind(),
                    copy,
                    files.name(batch.fileId()),
                    by));
        } finally {
            Files.delete(copy);
        }
    }

    /** The department vouches for the list. */
    @Transactional
    public void submit(UUID id, String by) {
        RosterBatch batch = batch(id);
        batch.submit(by, clock.instant());
        trail.record(batch.event(Action.ROSTER_SUBMITTED).by(by));
    }

    /**
     * The bureau takes the list into the register. One that cancels more than {@link Jumps} allow takes two.
     *
     * @return whether it is in the register now; false where a second person has to accept it, too
     * @throws Refusal {@code four-eyes} when the same person has submitted it, on a department's behalf perhaps, or is
     *     the first of two
     */
    @Transactional
    public boolean accept(UUID id, String by) {
        RosterBatch batch = alone(id);
        boolean accepted = batch.accept(
                by, clock.instant(), jumps.isJump(batch.kind(), reception(batch).preview(id)));
        if (accepted) {
            reception(batch).receive(id, clock.instant());
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
            throw new Refusal("roster.settled");
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

    private RosterExpectation expectation(RosterUpload upload, PublishedPolicy policy) {
        Division county = upload.county();
        Aliases own = aliases.of(county.code(), upload.department());
        List<Division> others = divisions.counties(new Scope("")).stream()
                .filter(other -> !other.equals(county))
                .toList();
        return new RosterExpectation(
                county,
                divisions.townships(county.code()),
                others,
                upload.benefitYear(),
                upload.department(),
                upload.kind(),
                new PolicyWordings(policy.policy(), own.wordings()),
                own);
    }

    /** Whoever sends the same list at the same moment waits until this transaction ends, and then finds its batch. */
    private void oneByOne(RosterUpload upload, byte[] sha256) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('roster' || ? || ? || ? || ? || ?))")
                .params(
                        upload.county().code(),
                        upload.benefitYear(),
                        upload.department().code(),
                        upload.kind().name(),
                        HexFormat.of().formatHex(sha256))
                .query(row -> {});
    }

    private Optional<UUID> sameContent(RosterUpload upload, byte[] sha256) {
        return jdbc.sql(
                        """
                        select id from roster_batch
                        where county = ? and benefit_year = ? and department = ? and kind = ?
                            and content_sha256 = ? and status not in ('RETURNED', 'WITHDRAWN', 'REPLACED')
                        """)
                .params(
                        upload.county().code(),
                        upload.benefitYear(),
                        upload.department().code(),
                        upload.kind().name(),
                        sha256)
                .query(UUID.class)
                .optional();
    }
}
