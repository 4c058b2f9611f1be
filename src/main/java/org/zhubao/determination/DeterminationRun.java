package org.zhubao.determination;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.site.Refusal;

/** One determination of everybody in a county for a year, under one policy version, as known at one moment. */
@Entity
@Table(name = "determination_run")
class DeterminationRun {

    @Id
    private UUID id;

    private String county;
    private int benefitYear;
    private String policyId;
    private String policyVersion;
    private String policyDigest;
    private Instant asKnownOn;
    private boolean everybody;

    @Enumerated(EnumType.STRING)
    private RunStatus status;

    private String startedBy;
    private Instant startedAt;
    private @Nullable Instant finishedAt;
    private int personsTotal;
    private int personsDone;
    private @Nullable Integer personsChanged;
    private @Nullable String digest;
    private @Nullable String publishedBy;
    private @Nullable Instant publishedAt;
    private @Nullable String failureReference;

    @Version
    private int version;

    protected DeterminationRun() {
        // for JPA
    }

    DeterminationRun(String county, int benefitYear, PublishedPolicy policy, RunRequest wanted, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.county = county;
        this.benefitYear = benefitYear;
        this.policyId = policy.id();
        this.policyVersion = policy.version();
        this.policyDigest = policy.digest();
        this.asKnownOn = wanted.asKnownOn();
        this.everybody = wanted.everybody();
        this.status = RunStatus.WAITING;
        this.startedBy = by;
        this.startedAt = at;
    }

    void running(int done, int total) {
        status = RunStatus.RUNNING;
        personsDone = done;
        personsTotal = total;
    }

    void finished(RunResult result, Instant at) {
        status = RunStatus.FINISHED;
        personsDone = result.persons();
        personsTotal = result.persons();
        personsChanged = result.changed();
        digest = result.digest().toString();
        finishedAt = at;
    }

    /** @throws Refusal when it has not ended well, or is published already */
    void publish(String by, Instant at) {
        if (status != RunStatus.FINISHED) {
            throw new Refusal("determination.not-finished");
        }
        if (publishedAt != null) {
            throw Refusal.overtaken("determination.published-already");
        }
        publishedBy = by;
        publishedAt = at;
    }

    void failed(String reference, Instant at) {
        status = RunStatus.FAILED;
        failureReference = reference;
        finishedAt = at;
    }

    UUID id() {
        return id;
    }

    Run toRun() {
        return new Run(
                id,
                county,
                benefitYear,
                policyId,
                policyVersion,
                policyDigest,
                asKnownOn,
                everybody,
                status,
                startedBy,
                startedAt,
                finishedAt,
                personsTotal,
                personsDone,
                personsChanged,
                digest,
                publishedBy,
                publishedAt,
                failureReference);
    }
}
