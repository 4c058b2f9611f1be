package org.zhubao.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.determination.Run;
import org.zhubao.division.Department;
import org.zhubao.levy.Stage;
import org.zhubao.roster.RosterSummary;

/**
 * Where a county stands in a year.
 *
 * @param timeline the deadlines of the policy; empty where it has none
 * @param wall the departments that certify, each with its newest list of every kind
 * @param tasks what waits for whoever asked
 * @param people how many stand where; without an entry before it can be said, as before the first push
 * @param run the newest finished run
 * @param reconciled what the newest reconciliation found; null before the first
 * @param subsidyFen what the run grants
 * @param settledFen what standing sheets have charged
 */
public record Season(
        Optional<Timeline> timeline,
        List<DepartmentLists> wall,
        List<Task> tasks,
        Map<Stage, Integer> people,
        Optional<Run> run,
        int granted,
        int refused,
        int review,
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
     * @param targetIsGranted whether it is those to be subsidised
     * @param missing who is entitled and has not paid, by the newest reconciliation
     */
    public record TownshipBar(
            String code, String name, int enrolled, int target, boolean targetIsGranted, int missing) {

        /** Of the target, in tenths of a per cent. */
        public int permille() {
            return target == 0 ? 0 : (int) Math.min(1000, 1000L * enrolled / target);
        }
    }

    /** Departments that certify something and have sent no list. */
    public long missing() {
        return wall.stream().filter(lists -> lists.newest().isEmpty()).count();
    }

    public long unsettledFen() {
        return subsidyFen - settledFen;
    }

    /** People with an open claim. */
    public int recognised() {
        return count(Stage.RECOGNISED);
    }

    /** Recognised since the month began. */
    public int added() {
        return count(Stage.ADDED);
    }

    /** Recognised when the month began, and no longer. */
    public int removed() {
        return count(Stage.REMOVED);
    }

    /** Whom the tax bureau was told; null before the first push. */
    public @Nullable Integer marked() {
        return people.get(Stage.MARKED);
    }

    /** For whom the tax bureau has a payment; null before its first list. */
    public @Nullable Integer paid() {
        return people.get(Stage.PAID);
    }

    /** To be marked, and the tax bureau was not told; 0 before the first push. */
    public int notMarked() {
        return count(Stage.NOT_MARKED);
    }

    /** As the newest reconciliation says; before the first, who is marked and has not paid. */
    public int notPaid() {
        return reconciled == null ? count(Stage.NOT_PAID) : reconciled.notEnrolled();
    }

    /** Of those who are marked, in per cent with one decimal; null where nobody is, or nobody can have. */
    public @Nullable String paidShare() {
        Integer all = marked();
        if (paid() == null || all == null || all == 0) {
            return null;
        }
        long permille = 1000L * (all - count(Stage.NOT_PAID)) / all;
        return permille / 10 + "." + permille % 10;
    }

    private int count(Stage stage) {
        return people.getOrDefault(stage, 0);
    }
}
