package org.zhubao.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.determination.Run;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterSummary;

/**
 * Where a county stands in a year.
 *
 * @param timeline the deadlines of the policy; empty where it has none
 * @param wall the departments that certify, each with its newest list of every kind
 * @param tasks what waits for whoever asked
 * @param recognised people with an open claim
 * @param run the newest finished run
 * @param marked whom the tax bureau was told; null before the first push
 * @param paid for whom the tax bureau has a payment; null before its first list
 * @param reconciled what the newest reconciliation found; null before the first
 * @param subsidyFen what the run grants
 * @param settledFen what standing sheets have charged
 */
public record Season(
        Optional<Timeline> timeline,
        List<DepartmentLists> wall,
        List<Task> tasks,
        int recognised,
        Optional<Run> run,
        int granted,
        int refused,
        int review,
        @Nullable Integer marked,
        @Nullable Integer paid,
        @Nullable Reconciled reconciled,
        long subsidyFen,
        long settledFen,
        int sheets,
        List<FundBar> funds,
        List<TownshipBar> townships) {

    /** A department and one kind of its lists. */
    public record DepartmentLists(Department department, Optional<RosterSummary> newest) {}

    /**
     * People by what a reconciliation found of them.
     *
     * @param notEnrolled entitled, and have not paid
     * @param wrongAmount subsidised or charged with another amount than they were marked with
     */
    public record Reconciled(UUID id, int notEnrolled, int wrongAmount) {}

    /** What one fund bears. @param code by which the people behind it are found */
    public record FundBar(String code, String name, int persons, long amountFen) {}

    /**
     * @param enrolled people the tax bureau has a payment for; before its first list those to be subsidised
     * @param target whom the township should enrol: what a notice says, else those to be subsidised
     * @param missing who is entitled and has not paid, by the newest reconciliation
     */
    public record TownshipBar(String code, String name, int enrolled, int target, int missing) {

        /** Of the target, in tenths of a per cent. */
        public int permille() {
            return target == 0 ? 0 : (int) Math.min(1000, 1000L * enrolled / target);
        }
    }

    public long unsettledFen() {
        return subsidyFen - settledFen;
    }

    /** Granted something, and the tax bureau was not told; 0 before the first push. */
    public int notMarked() {
        return marked == null ? 0 : Math.max(0, granted - marked);
    }

    /**
     * As the newest reconciliation says; before the first marked (or granted, where nothing is pushed), and nobody has paid.
     * 0 before the first list of payments.
     */
    public int notPaid() {
        if (reconciled != null) {
            return reconciled.notEnrolled();
        }
        return paid == null ? 0 : Math.max(0, (marked == null ? granted : marked) - paid);
    }
}
