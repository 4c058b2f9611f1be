package org.zhubao.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.dashboard.Season.DepartmentLists;
import org.zhubao.determination.Run;
import org.zhubao.review.Decisions;
import org.zhubao.review.ReviewDesk;
import org.zhubao.roster.ListTask;
import org.zhubao.roster.RosterSummary;
import org.zhubao.settlement.Sheet;
import org.zhubao.settlement.SheetStatus;
import org.zhubao.visit.VisitDesk;
import org.zhubao.visit.VisitList;

/** What waits for somebody, by what they are. */
@Component
class Tasks {

    private final ReviewDesk review;
    private final Decisions decisions;
    private final VisitDesk visits;
    private final SeasonTasks season;

    Tasks(ReviewDesk review, Decisions decisions, VisitDesk visits, SeasonTasks season) {
        this.review = review;
        this.decisions = decisions;
        this.visits = visits;
        this.season = season;
    }

    /** What is known of the season already. */
    record Known(List<RosterSummary> lists, List<DepartmentLists> wall, Optional<Run> run, List<Sheet> sheets) {}

    /** Those with anything to do, in the order in which it is best done. */
    List<Task> of(CurrentUser user, Workplace workplace, Known known) {
        Stream<Task> tasks =
                switch (user.role()) {
                    case CLERK ->
                        Stream.of(
                                        Stream.of(
                                                lists(ListTask.TO_ACCEPT, user, known),
                                                undetermined(known),
                                                unpublished(known),
                                                open(workplace),
                                                toRecall(workplace)),
                                        season.of(workplace, known.lists(), known.sheets()),
                                        Stream.of(
                                                sheets("disputed", known, SheetStatus.DISPUTED.code()), missing(known)))
                                .flatMap(Function.identity());
                    case REVIEWER ->
                        Stream.of(
                                lists(ListTask.TO_ACCEPT, user, known),
                                new Task("to-approve", decisions.countWaiting(workplace), "/review/proposals"),
                                sheets("sheets-to-approve", known, SheetStatus.CONFIRMED.code()),
                                sheets("unconfirmed-sheets-to-approve", known, Sheet.UNCONFIRMED));
                    case DEPARTMENT_OFFICER ->
                        Stream.of(
                                lists(ListTask.TO_SEND_AGAIN, user, known),
                                lists(ListTask.TO_SUBMIT, user, known),
                                sheets("sheets-to-confirm", known, SheetStatus.FROZEN.code()),
                                missing(known));
                    case FINANCE_OFFICER -> Stream.of(sheets("sheets-to-pay", known, SheetStatus.APPROVED.code()));
                    case TOWNSHIP_OFFICER -> Stream.of(toVisit(workplace));
                    default -> Stream.empty();
                };
        return tasks.filter(task -> task.count() > 0).toList();
    }

    private static Task lists(ListTask task, CurrentUser user, Known known) {
        return new Task(task.code(), task.among(known.lists(), user).size(), "/rosters?task=" + task.code());
    }

    private static Task missing(Known known) {
        return new Task(
                "missing",
                known.wall().stream().filter(row -> row.newest().isEmpty()).count(),
                "/#lists");
    }

    /** Lists of the register that the newest run does not know yet. */
    private static Task undetermined(Known known) {
        Instant last = known.run().map(Run::asKnownOn).orElse(Instant.EPOCH);
        long since = known.lists().stream()
                .filter(list -> list.changedTheRegisterAfter(last))
                .count();
        return new Task("undetermined", since, "/determinations");
    }

    /** People of the newest run, where nobody goes by it yet. */
    private static Task unpublished(Known known) {
        return known.run()
                .filter(run -> !run.isPublished())
                .map(run -> new Task("to-publish", run.personsTotal(), "/determinations/" + run.id()))
                .orElseGet(() -> new Task("to-publish", 0, "/determinations"));
    }

    private Task open(Workplace workplace) {
        int people = review.groups(workplace, null).stream()
                .mapToInt(ReviewDesk.Group::persons)
                .sum();
        return new Task("to-review", people, "/review");
    }

    private Task toRecall(Workplace workplace) {
        return new Task(
                "to-recall",
                visits.lists(workplace).stream().filter(VisitList::isComplete).count(),
                "/visits");
    }

    private Task toVisit(Workplace workplace) {
        return new Task(
                "to-visit",
                visits.lists(workplace).stream()
                        .filter(VisitList::isOpen)
                        .mapToLong(VisitList::missing)
                        .sum(),
                "/visits");
    }

    private static Task sheets(String code, Known known, String waiting) {
        return new Task(
                code,
                known.sheets().stream()
                        .filter(sheet -> sheet.code().equals(waiting))
                        .count(),
                "/settlement?status=" + waiting);
    }
}
