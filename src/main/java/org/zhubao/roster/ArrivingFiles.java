package org.zhubao.roster;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.site.Refusal;

/** Keeps a file that arrives, to be read. The same content for the same list is the batch it came as first. */
@Component
class ArrivingFiles {

    private final RosterBatches batches;
    private final RosterFiles files;
    private final PolicyCatalog policies;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    ArrivingFiles(
            RosterBatches batches,
            RosterFiles files,
            PolicyCatalog policies,
            AuditTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.batches = batches;
        this.files = files;
        this.policies = policies;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Needs a transaction.
     *
     * @throws Refusal when no policy of that county and year is published
     */
    Arrival arrive(RosterUpload upload) {
        if (policies.find(upload.county().code(), upload.benefitYear()).isEmpty()) {
            throw new Refusal("roster.no-policy", upload.county().name(), String.valueOf(upload.benefitYear()));
        }
        byte[] sha256 = RosterFiles.sha256(upload.file());
        oneByOne(upload, sha256);
        return sameContent(upload, sha256)
                .map(earlier -> new Arrival(earlier, false))
                .orElseGet(() -> new Arrival(keep(upload, sha256), true));
    }

    private UUID keep(RosterUpload upload, byte[] sha256) {
        RosterBatch batch = batches.saveAndFlush(
                new RosterBatch(UUID.randomUUID(), upload, files.store(upload, sha256), sha256, clock.instant()));
        trail.record(batch.event(Action.ROSTER_UPLOADED).by(upload.by()).with("file", upload.fileName()));
        return batch.id();
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
                        where county = ? and benefit_year = ? and department = ? and kind = ? and content_sha256 = ?
                            and status not in ('RETURNED', 'WITHDRAWN', 'REPLACED', 'REFUSED', 'CANCELLED')
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
