package org.zhubao.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.zhubao.account.FourEyes;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.division.Department;
import org.zhubao.site.Refusal;

/** One uploaded roster on its way to the register; it guards its own moves. */
@Entity
@Table(name = "roster_batch")
class RosterBatch {

    @Id
    private UUID id;

    private String county;
    private int benefitYear;
    private String department;

    @Enumerated(EnumType.STRING)
    private RosterKind kind;

    @Enumerated(EnumType.STRING)
    private RosterStatus status;

    private UUID fileId;
    private byte[] contentSha256;
    private String uploadedBy;
    private Instant uploadedAt;

    private String sheetName = "";
    private int headerRow;
    private String skippedSheets = "";
    private int skippedHiddenRows;
    private String skippedColumns = "";
    private int filledCells;
    private int rowsRead;
    private int rowsAcceptable;
    private int rowsRejected;
    private int rowsWaiting;

    private @Nullable Integer addedWhenRead;
    private @Nullable Integer changedWhenRead;
    private @Nullable Integer cancelledWhenRead;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<Column, Integer> columns = Map.of();

    private byte @Nullable [] refusalCipher;
    private @Nullable String submittedBy;
    private @Nullable Instant submittedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;
    private @Nullable String firstAcceptedBy;
    private @Nullable Instant firstAcceptedAt;
    private @Nullable String withdrawnBy;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawalReason;

    @Version
    private int version;

    @Transient
    private @Nullable RosterStatus before;

    protected RosterBatch() {
        // for JPA
    }

    RosterBatch(UUID id, RosterUpload upload, UUID fileId, byte[] sha256, Instant at) {
        this.id = id;
        this.county = upload.county().code();
        this.benefitYear = upload.benefitYear();
        this.department = upload.department().code();
        this.kind = upload.kind();
        this.status = RosterStatus.READING;
        this.fileId = fileId;
        this.contentSha256 = sha256.clone();
        this.uploadedBy = upload.by();
        this.uploadedAt = at;
    }

    /** The same list, to be read again from a copy of its file. */
    RosterBatch(UUID id, RosterBatch earlier, UUID fileId, String by, Instant at) {
        this.id = id;
        this.county = earlier.county;
        this.benefitYear = earlier.benefitYear;
        this.department = earlier.department;
        this.kind = earlier.kind;
        this.status = RosterStatus.READING;
        this.fileId = fileId;
        this.contentSha256 = earlier.contentSha256.clone();
        this.uploadedBy = by;
        this.uploadedAt = at;
    }

    void checked(RowCounts counts, RosterShape shape) {
        moveTo(RosterStatus.CHECKED);
        sheetName = shape.sheetName();
        headerRow = shape.headerRow();
        skippedSheets = String.join("、", shape.skippedSheets());
        skippedHiddenRows = shape.skippedHiddenRows();
        skippedColumns = String.join("、", shape.skippedColumns());
        filledCells = shape.filledCells();
        rowsRead = counts.read();
        rowsAcceptable = counts.acceptable();
        rowsRejected = counts.rejected();
        rowsWaiting = counts.waiting();
        columns = shape.positions();
    }

    void compared(Preview preview) {
        addedWhenRead = preview.added();
        changedWhenRead = preview.changed();
        cancelledWhenRead = preview.cancelled();
    }

    void submit(String by, Instant at) {
        moveTo(RosterStatus.SUBMITTED);
        submittedBy = by;
        submittedAt = at;
    }

    /**
     * @param jump whether it cancels so many that it takes two
     * @return whether it is accepted now; not by the first of two
     * @throws Refusal {@code four-eyes} for whoever submitted it, and as second for whoever was the first
     */
    boolean accept(String by, Instant at, boolean jump) {
        requireMay(RosterStatus.ACCEPTED);
        FourEyes.requireOther(Objects.requireNonNull(submittedBy), by);
        if (firstAcceptedBy != null) {
            FourEyes.requireOther(firstAcceptedBy, by);
        } else if (jump) {
            firstAcceptedBy = by;
            firstAcceptedAt = at;
            return false;
        }
        moveTo(RosterStatus.ACCEPTED);
        decidedBy = by;
        decidedAt = at;
        return true;
    }

    void giveBack(String by, Instant at, String reason) {
        moveTo(RosterStatus.RETURNED);
        decidedBy = by;
        decidedAt = at;
        decisionReason = reason;
    }

    void withdraw(String by, Instant at, String reason) {
        moveTo(RosterStatus.WITHDRAWN);
        withdrawnBy = by;
        withdrawnAt = at;
        withdrawalReason = reason;
    }

    void replace() {
        moveTo(RosterStatus.REPLACED);
    }

    /** @param why encrypted */
    void refuse(byte[] why) {
        moveTo(RosterStatus.REFUSED);
        refusalCipher = why;
    }

    void cancel() {
        moveTo(RosterStatus.CANCELLED);
    }

    /** @throws Refusal {@code roster.moved-on} when that move is not one from here */
    void requireMay(RosterStatus next) {
        if (!status.mayBecome(next)) {
            throw Refusal.overtaken("roster.moved-on", new DefaultMessageSourceResolvable(status.messageKey()));
        }
    }

    private void moveTo(RosterStatus next) {
        requireMay(next);
        before = status;
        status = next;
    }

    /** Something about this roster, for the trail, with the status it has come to and the one it came from. */
    AuditEvent event(Action action) {
        AuditEvent event = AuditEvent.of(action, county, "roster " + id).with("department", department);
        return before == null ? event.with("status", status) : event.changing("status", before, status);
    }

    UUID id() {
        return id;
    }

    RosterStatus status() {
        return status;
    }

    String uploadedBy() {
        return uploadedBy;
    }

    byte @Nullable [] refusalCipher() {
        return refusalCipher;
    }

    UUID fileId() {
        return fileId;
    }

    /** The cell (from 0) of each column recognised in the file. */
    Map<Column, Integer> columns() {
        return columns;
    }

    String county() {
        return county;
    }

    RosterKind kind() {
        return kind;
    }

    int benefitYear() {
        return benefitYear;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    Department department() {
        return Department.ofCode(department).orElseThrow();
    }
}
