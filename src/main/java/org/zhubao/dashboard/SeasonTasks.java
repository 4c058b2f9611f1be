package org.zhubao.dashboard;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhubao.account.Workplace;
import org.zhubao.levy.NextSteps;
import org.zhubao.roster.RosterSummary;
import org.zhubao.settlement.NextSheets;
import org.zhubao.settlement.Sheet;
import org.zhubao.site.Remembered;

/** The next steps of a season: push, reconcile, settle. What the drafts would come to is counted once for what they are made from. */
@Component
class SeasonTasks {

    private final Remembered<NextSheets.From, Long> drafts = new Remembered<>();
    private final NextSteps steps;
    private final NextSheets sheets;

    SeasonTasks(NextSteps steps, NextSheets sheets) {
        this.steps = steps;
        this.sheets = sheets;
    }

    /** @param lists of every office */
    Stream<Task> of(Workplace workplace, List<RosterSummary> lists, List<Sheet> standing) {
        return Stream.of(
                new Task("to-push", toPush(workplace), "/tax#pushes"),
                new Task(
                        "to-reconcile",
                        steps.toReconcile(workplace.county(), workplace.benefitYear(), lists)
                                .count(),
                        "/tax#reconciliation"),
                new Task("to-settle", toSettle(workplace, standing), "/settlement#drafts"));
    }

    private long toPush(Workplace workplace) {
        return steps.toPush(workplace.county(), workplace.benefitYear())
                .map(push -> steps.people(workplace.county(), push))
                .orElse(0);
    }

    private long toSettle(Workplace workplace, List<Sheet> standing) {
        return sheets.from(workplace.county(), workplace.benefitYear(), standing)
                .map(from -> drafts.of(from, sheets::funds))
                .orElse(0L);
    }
}
