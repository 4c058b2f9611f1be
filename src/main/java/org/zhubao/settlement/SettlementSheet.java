package org.zhubao.settlement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.account.FourEyes;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.determination.Run;
import org.zhubao.site.Refusal;

/** A frozen sheet as stored. Its content is written once; where it stands moves on, and it guards its own moves. */
@Entity
@Table(name = "settlement_sheet")
class SettlementSheet {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String county;

    @Column(updatable = false)
    private int benefitYear;

    @Column(updatable = false)
    private String fund;

    @Column(updatable = false)
    private String department;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private SheetForm form;

    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private UUID runId;

    @Column(updatable = false)
    private String runDigest;

    @Column(updatable = false)
    private @Nullable UUID reconciliationId;

    @Column(updatable = false)
    private String policyDigest;

    @Column(updatable = false)
    private int lines;

    @Column(updatable = false)
    private long totalFen;

    @Column(updatable = false)
    private String digest;

    @Column(updatable = false)
    private String frozenBy;

    @Column(updatable = false)
    private Instant frozenAt;

    @Enumerated(EnumType.STRING)
    private SheetStatus status;

    private @Nullable String confirmedBy;
    private @Nullable Instant confirmedAt;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable LocalDate paidOn;
    private @Nullable String voucher;
    private @Nullable String paymentBy;
    private @Nullable Instant paymentAt;
    private @Nullable String voidedBy;
    private @Nullable Instant voidedAt;
    private @Nullable String voidReason;

    @Version
    private int version;

    @Transient
    private @Nullable SheetStatus before;

    protected SettlementSheet() {
        // for JPA
    }

    SettlementSheet(
            UUID id,
            Basis basis,
            Draft draft,
            String number,
            SheetLines.Gathered lines,
            String runDigest,
            Signature frozen) {
        Run run = basis.run();
        this.id = id;
        this.county = run.county();
        this.benefitYear = run.benefitYear();
        this.fund = draft.fund();
        this.department = draft.department();
        this.form = draft.form();
        this.number = number;
        this.title = draft.title();
        this.runId = run.id();
        this.runDigest = runDigest;
        this.reconciliationId = basis.reconciliation();
        this.policyDigest = run.policyDigest();
        this.lines = lines.lines();
        this.totalFen = lines.totalFen();
        this.digest = lines.digest();
        this.frozenBy = frozen.by();
        this.frozenAt = frozen.at();
        this.status = SheetStatus.FROZEN;
    }

    void confirm(Signature signature) {
        moveTo(SheetStatus.CONFIRMED);
        confirmedBy = signature.by();
        confirmedAt = signature.at();
    }

    void dispute() {
        moveTo(SheetStatus.DISPUTED);
    }

    /** All disputes are answered and every line stays: the department looks at it again. */
    void reopen() {
        moveTo(SheetStatus.FROZEN);
    }

    /** @throws Refusal {@code four-eyes} for whoever froze it */
    void approve(Signature signature) {
        requireMay(SheetStatus.APPROVED);
        FourEyes.requireOther(frozenBy, signature.by());
        moveTo(SheetStatus.APPROVED);
        approvedBy = signature.by();
        approvedAt = signature.at();
    }

    /** @throws Refusal {@code four-eyes} for whoever approved it */
    void pay(LocalDate on, String number, Signature signature) {
        requireMay(SheetStatus.PAID);
        FourEyes.requireOther(String.valueOf(approvedBy), signature.by());
        moveTo(SheetStatus.PAID);
        paidOn = on;
        voucher = number;
        paymentBy = signature.by();
        paymentAt = signature.at();
    }

    void revoke(String reason, Signature signature) {
        moveTo(SheetStatus.VOID);
        voidedBy = signature.by();
        voidedAt = signature.at();
        voidReason = reason;
    }

    private void requireMay(SheetStatus next) {
        if (!status.mayBecome(next, !department.isEmpty())) {
            throw Refusal.overtaken("settlement.moved-on");
        }
    }

    private void moveTo(SheetStatus next) {
        requireMay(next);
        before = status;
        status = next;
    }

    /** Something about this sheet, for the trail, with the status it has come to and the one it came from. */
    AuditEvent event(Action action) {
        AuditEvent event = AuditEvent.of(action, county, "sheet " + id).with("number", number);
        return before == null ? event.with("status", status) : event.changing("status", before, status);
    }

    Sheet toSheet() {
        return new Sheet(
                id,
                county,
                benefitYear,
                fund,
                department,
                form,
                number,
                title,
                runId,
                reconciliationId,
                runDigest,
                policyDigest,
                lines,
                totalFen,
                digest,
                frozenBy,
                frozenAt,
                new Standing(
                        status,
                        Signature.of(confirmedBy, confirmedAt),
                        Signature.of(approvedBy, approvedAt),
                        paidOn,
                        voucher,
                        Signature.of(paymentBy, paymentAt),
                        Signature.of(voidedBy, voidedAt),
                        voidReason));
    }
}
