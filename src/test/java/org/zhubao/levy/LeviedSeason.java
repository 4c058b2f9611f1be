package org.zhubao.levy;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;

/** What goes to the tax bureau in a county's season, what comes back, and what a reconciliation then finds. */
@Component
class LeviedSeason {

    private final PushingMarks pushing;
    private final Reconciling reconciling;
    private final Reconciliations reconciliations;

    LeviedSeason(PushingMarks pushing, Reconciling reconciling, Reconciliations reconciliations) {
        this.pushing = pushing;
        this.reconciling = reconciling;
        this.reconciliations = reconciliations;
    }

    /** Determines everybody and tells the tax bureau what is new. */
    void push(CountySeason season) {
        season.run();
        pushAgain(season);
    }

    /** Tells what is new, of the run there is. */
    void pushAgain(CountySeason season) {
        season.clerk(() -> pushing.push(season.county(), season.year(), PushKind.DELTA, "clerk"));
    }

    UUID paid(CountySeason season, PaymentSheet sheet) {
        return season.accepted(Department.TAX, RosterKind.PAYMENTS, sheet.workbook());
    }

    UUID insured(CountySeason season, PaymentSheet sheet) {
        return season.accepted(Department.MEDICAL_INSURANCE, RosterKind.ENROLMENT_STATUS, sheet.workbook());
    }

    Reconciliation reconcile(CountySeason season) {
        season.run();
        return reconcileByTheLastRun(season);
    }

    Reconciliation reconcileByTheLastRun(CountySeason season) {
        return season.clerk(() -> reconciliations
                .find(reconciling.reconcile(season.county(), season.year(), "clerk"), new Scope(season.code()))
                .orElseThrow());
    }

    /** Cause and due by name; of several people of one name all, one after the other. */
    Map<String, String> found(CountySeason season) {
        return found(season, reconcile(season));
    }

    Map<String, String> found(CountySeason season, Reconciliation reconciliation) {
        Map<String, String> lines = new TreeMap<>();
        season.clerkDoes(() -> reconciliations
                .lines(reconciliation, LineFilter.ALL, 0, 100)
                .forEach(line -> lines.merge(
                        line.name(), line.cause() + " " + line.dueFen(), (one, other) -> one + "; " + other)));
        return lines;
    }
}
