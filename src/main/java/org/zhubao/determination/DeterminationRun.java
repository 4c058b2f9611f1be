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

    @Enumerated(EnumType.STRING)
    private RunStatus status;

    private String startedBy;
    private Instant startedAt;
    private @Nullable Instant finishedAt;
    private int personsTotal;
    private int personsDone;
    private @Nullable String failureReference;

    @Version
    private int version;

    protected DeterminationRun() {
        // for JPA
    }

    DeterminationRun(String county, int benefitYear, PublishedPolicy policy, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.county = county;
        this.benefitYear = benefitYear;
        this.policyId = policy.id();
        this.policyVersion = policy.version();
        this.policyDigest = policy.digest();
        this.asKnownOn = at;
        this.status = RunStatus.WAITING;
        this.startedBy = by;
        this.startedAt = at;
    }

    void running(int done, int total) {
        status = RunStatus.RUNNING;
        personsDone = done;
        personsTotal = total;
    }

    void finished(int persons, Instant at) {
        status = RunStatus.FINISHED;
        personsDone = persons;
        personsTotal = persons;
        finishedAt = at;
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
                status,
                startedBy,
                startedAt,
                finishedAt,
                personsTotal,
                personsDone,
                failureReference);
    }
}
