package org.zhubao.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.site.Refusal;

/** A policy text on its way to publication; it guards its own moves. */
@Entity
@Table(name = "policy_draft")
class DraftedPolicy {

    @Id
    private UUID id;

    private String region;
    private String title;
    private String text;
    private @Nullable String madeFrom;
    private String author;
    private Instant createdAt;
    private String changedBy;
    private Instant changedAt;
    private String writers;

    @Enumerated(EnumType.STRING)
    private DraftStatus status;

    private @Nullable String provedDigest;
    private @Nullable Instant provedAt;
    private int needingRulings;
    private int needingAcknowledgment;
    private @Nullable String submittedBy;
    private @Nullable Instant submittedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;

    @Version
    private int version;

    protected DraftedPolicy() {
        // for JPA
    }

    /** @param madeFrom digest of the published text it begins with; null for a blank one */
    DraftedPolicy(String region, DraftText text, @Nullable String madeFrom, String author, Instant at) {
        this.id = UUID.randomUUID();
        this.region = region;
        this.title = text.title();
        this.text = text.text();
        this.madeFrom = madeFrom;
        this.author = author;
        this.createdAt = at;
        this.changedBy = author;
        this.changedAt = at;
        this.writers = author;
        this.status = DraftStatus.DRAFT;
    }

    /** Another text; what was proved or returned of the earlier one counts no longer. */
    void rewrite(DraftText other, String by, Instant at) {
        moveTo(DraftStatus.DRAFT);
        title = other.title();
        text = other.text();
        changedBy = by;
        changedAt = at;
        if (!writers().contains(by)) {
            writers = writers + "," + by;
        }
        provedDigest = null;
        provedAt = null;
        needingRulings = 0;
        needingAcknowledgment = 0;
    }

    void proved(DraftProof proof, Instant at) {
        moveTo(DraftStatus.PROVED);
        provedDigest = proof.digest();
        provedAt = at;
        needingRulings = proof.needingRulings().size();
        needingAcknowledgment = proof.needingAcknowledgment().size();
    }

    /**
     * @param acknowledged whether whoever submits says that they know what the proof found and the notice may want
     * @throws Refusal when the text was not proved as it stands, needs rulings, or is not acknowledged
     */
    void submit(boolean acknowledged, String by, Instant at) {
        if (!PublishedPolicy.digestOf(text).equals(provedDigest)) {
            throw new Refusal("policy.draft.not-proved");
        }
        if (needingRulings > 0) {
            throw new Refusal("policy.draft.needs-rulings", needingRulings);
        }
        if (needingAcknowledgment > 0 && !acknowledged) {
            throw new Refusal("policy.draft.not-acknowledged", needingAcknowledgment);
        }
        moveTo(DraftStatus.SUBMITTED);
        submittedBy = by;
        submittedAt = at;
    }

    void publish(String by, Instant at) {
        moveTo(DraftStatus.PUBLISHED);
        decidedBy = by;
        decidedAt = at;
        decisionReason = null;
    }

    void giveBack(String by, Instant at, String reason) {
        moveTo(DraftStatus.RETURNED);
        decidedBy = by;
        decidedAt = at;
        decisionReason = reason;
    }

    private void moveTo(DraftStatus next) {
        if (!status.mayBecome(next)) {
            throw Refusal.overtaken("policy.draft.moved-on");
        }
        status = next;
    }

    boolean isOpen() {
        return status.isOpen();
    }

    boolean isAt(int seen) {
        return version == seen;
    }

    /** Something about this draft, for the trail, with the status it has come to and the digest of its text. */
    AuditEvent event(Action action) {
        return AuditEvent.of(action, region, "policy-draft " + id)
                .with("status", status)
                .with("digest", PublishedPolicy.digestOf(text));
    }

    String text() {
        return text;
    }

    private List<String> writers() {
        return List.of(writers.split(","));
    }

    Draft toDraft() {
        return new Draft(
                id,
                region,
                title,
                text,
                madeFrom,
                writers(),
                changedBy,
                changedAt,
                status,
                provedAt,
                needingRulings,
                needingAcknowledgment,
                submittedBy,
                submittedAt,
                decidedBy,
                decidedAt,
                decisionReason,
                version);
    }
}
