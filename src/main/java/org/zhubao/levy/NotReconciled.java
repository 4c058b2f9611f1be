package org.zhubao.levy;

import java.util.List;
import java.util.Optional;
import org.zhubao.determination.Run;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterSummary;

/**
 * What has come since the newest reconciliation, which does not know it.
 *
 * @param run whether another run goes by now
 * @param payments lists of payments, accepted or taken back
 * @param others lists of states of enrolment and of refused marks, likewise
 */
public record NotReconciled(boolean run, long payments, long others) {

    /** Before the first list of payments there is nothing to reconcile, and nothing to go by before a run is published. */
    public static NotReconciled since(
            Optional<Reconciliation> newest, Optional<Run> published, List<RosterSummary> lists) {
        boolean payments = lists.stream().anyMatch(list -> list.kind() == RosterKind.PAYMENTS && list.isAccepted());
        if (published.isEmpty() || newest.isEmpty() && !payments) {
            return new NotReconciled(false, 0, 0);
        }
        List<RosterKind> since = lists.stream()
                .filter(list -> list.kind().sender().isPresent())
                .filter(list -> newest.map(made -> list.tookEffectAfter(made.reconciledAt()))
                        .orElse(list.isAccepted()))
                .map(RosterSummary::kind)
                .toList();
        long ofPayments =
                since.stream().filter(kind -> kind == RosterKind.PAYMENTS).count();
        boolean another = newest.filter(
                        made -> !made.runId().equals(published.get().id()))
                .isPresent();
        return new NotReconciled(another, ofPayments, since.size() - ofPayments);
    }

    public long count() {
        return (run ? 1 : 0) + payments + others;
    }
}
