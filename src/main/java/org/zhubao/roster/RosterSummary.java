package org.zhubao.roster;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.division.Department;

/**
 * A batch as lists and headings show it.
 *
 * @param stage how far reading has come, while the status says that it is being read
 * @param headerRow the spreadsheet's number of the last heading line
 * @param skippedSheets names of sheets that were not read, joined by 、
 * @param skippedHiddenRows rows that were hidden in the file, by a filter perhaps, and not read
 * @param skippedColumns letters of columns that were hidden in the file and not read, joined by 、
 * @param filledCells cells that got what the first of the cells merged with them says
 * @param changesWhenRead null until it is read, and of lists read before that was kept
 */
public record RosterSummary(
        UUID id,
        String county,
        int benefitYear,
        Department department,
        RosterKind kind,
        RosterStatus status,
        ReadingStage stage,
        String fileName,
        String sheetName,
        int headerRow,
        String skippedSheets,
        int skippedHiddenRows,
        String skippedColumns,
        int filledCells,
        RowCounts rows,
        @Nullable ChangesWhenRead changesWhenRead,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable String firstAcceptedBy,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason) {

    public boolean isWaitingForDepartment() {
        return status == RosterStatus.CHECKED;
    }

    /** Whether the department sent it after another list of the same kind, and it was taken to be read. */
    public boolean comesAfter(RosterSummary other) {
        return department == other.department
                && kind == other.kind
                && uploadedAt.isAfter(other.uploadedAt)
                && status != RosterStatus.REFUSED
                && status != RosterStatus.CANCELLED;
    }

    /** Whether the register has changed by it after that moment: taken over, or taken back. */
    public boolean changedTheRegisterAfter(Instant moment) {
        return kind.sender().isEmpty() && tookEffectAfter(moment);
    }

    /** Whether it counts since after that moment, or counts no more since then. */
    public boolean tookEffectAfter(Instant moment) {
        boolean taken = isAccepted() && decidedAt != null && decidedAt.isAfter(moment);
        boolean takenBack = withdrawnAt != null && withdrawnAt.isAfter(moment);
        return taken || takenBack;
    }

    public boolean isAccepted() {
        return status == RosterStatus.ACCEPTED;
    }

    public boolean isWaitingForBureau() {
        return status == RosterStatus.SUBMITTED;
    }
}
