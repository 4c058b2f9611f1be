package org.zhubao.dashboard;

import java.util.List;
import java.util.Optional;
import org.zhubao.determination.Run;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterSummary;

/**
 * Where a county stands in a year.
 *
 * @param wall the departments that certify, each with its newest list
 * @param recognised people with an open claim
 * @param run the newest finished run
 * @param subsidyFen what the run grants
 * @param settledFen what frozen sheets have charged
 */
public record Season(
        List<DepartmentLists> wall,
        int recognised,
        Optional<Run> run,
        int granted,
        int refused,
        int review,
        long subsidyFen,
        long settledFen,
        int sheets,
        List<FundBar> funds) {

    public record DepartmentLists(Department department, Optional<RosterSummary> newest) {}

    public record FundBar(String name, int persons, long amountFen) {}

    public long unsettledFen() {
        return subsidyFen - settledFen;
    }

    /** Lists that wait for the bureau. */
    public long toReview() {
        return wall.stream()
                .flatMap(lists -> lists.newest().stream())
                .filter(RosterSummary::isWaitingForBureau)
                .count();
    }

    /** Lists that wait for their department. */
    public long toSubmit() {
        return wall.stream()
                .flatMap(lists -> lists.newest().stream())
                .filter(RosterSummary::isWaitingForDepartment)
                .count();
    }

    public long missing() {
        return wall.stream().filter(lists -> lists.newest().isEmpty()).count();
    }
}
