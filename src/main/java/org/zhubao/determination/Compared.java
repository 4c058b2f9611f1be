package org.zhubao.determination;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Outcome;

/**
 * What two policies say of the same people.
 *
 * @param group the number that people share who are alike under both
 * @param before null where no policy was in force
 */
record Compared(int group, @Nullable Determination before, Determination after) {

    Shift shift() {
        if (after.outcome() != Outcome.GRANTED && (before == null || before.outcome() != after.outcome())) {
            return after.outcome() == Outcome.REFUSED ? Shift.REFUSED : Shift.REVIEW;
        }
        int more = Long.compare(afterFen(), beforeFen());
        if (more != 0) {
            return more > 0 ? Shift.GAINS : Shift.LOSES;
        }
        return before != null && sharesBefore().equals(sharesAfter()) ? Shift.SAME : Shift.OTHERWISE;
    }

    long beforeFen() {
        return Paid.by(before).fen();
    }

    long afterFen() {
        return Paid.by(after).fen();
    }

    Map<String, Long> sharesBefore() {
        return Paid.by(before).shares();
    }

    Map<String, Long> sharesAfter() {
        return Paid.by(after).shares();
    }

    /** Funds whose share is not the same. */
    Set<String> fundsChanged() {
        Set<String> funds = new TreeSet<>(sharesBefore().keySet());
        funds.addAll(sharesAfter().keySet());
        funds.removeIf(fund ->
                sharesBefore().getOrDefault(fund, 0L).equals(sharesAfter().getOrDefault(fund, 0L)));
        return funds;
    }

    /** The identity paid, or else the one that was paid before; empty where none is. */
    String identity() {
        String now = identity(after);
        return now.isEmpty() ? identity(before) : now;
    }

    private static String identity(@Nullable Determination determination) {
        return determination instanceof Granted granted && !granted.identities().isEmpty()
                ? granted.identities().get(0)
                : "";
    }
}
