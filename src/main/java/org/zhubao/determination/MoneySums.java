package org.zhubao.determination;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhubao.determination.Trial.Row;
import org.zhubao.roster.MoneyChange;
import org.zhubao.roster.MoneyChange.Line;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Outcome;

/** Adds up what people are paid before and after a roster. */
final class MoneySums {

    private static final String ALL = "all";
    private static final String CANCELLED = "cancelled";

    private final TrialSums whole = new TrialSums();
    private final TrialSums funds = new TrialSums();
    private final TrialSums townships = new TrialSums();
    private int alike;
    private int undecided;

    MoneySums() {
        whole.add(ALL, 0, 0, 0);
        whole.add(CANCELLED, 0, 0, 0);
    }

    /**
     * People alike in everything that counts.
     *
     * @param township code, empty for none
     * @param cancelled whether they lose an identity
     * @param before null for those who have no identity yet, and {@code after} for those who keep none
     */
    record Share(
            int persons,
            String township,
            boolean cancelled,
            @Nullable Determination before,
            @Nullable Determination after) {}

    void add(Share share) {
        Paid was = Paid.by(share.before());
        Paid is = Paid.by(share.after());
        int n = share.persons();
        whole.add(ALL, n, n * was.fen(), n * is.fen());
        if (share.cancelled()) {
            whole.add(CANCELLED, n, n * was.fen(), n * is.fen());
            alike += was.fen() == is.fen() ? n : 0;
        }
        townships.add(share.township(), was.fen() == is.fen() ? 0 : n, n * was.fen(), n * is.fen());
        Set<String> payers = new LinkedHashSet<>(was.shares().keySet());
        payers.addAll(is.shares().keySet());
        for (String fund : payers) {
            int changed = was.share(fund) == is.share(fund) ? 0 : n;
            funds.add(fund, changed, n * was.share(fund), n * is.share(fund));
        }
        undecided += share.after() != null && share.after().outcome() == Outcome.NEEDS_REVIEW ? n : 0;
    }

    /**
     * @param removalsUntil the last day of removals, where it has passed
     * @param fundNames names by code, and {@code townshipNames} likewise
     */
    MoneyChange change(
            @Nullable LocalDate removalsUntil, Map<String, String> fundNames, Map<String, String> townshipNames) {
        List<Line> sums = lines(whole.rows(), Map.of());
        return new MoneyChange(
                sums.get(0),
                sums.get(1),
                alike,
                removalsUntil,
                undecided,
                lines(funds.byDifference(), fundNames),
                lines(townships.byDifference(), townshipNames));
    }

    private static List<Line> lines(List<Row> rows, Map<String, String> names) {
        return rows.stream()
                .map(row -> new Line(
                        names.getOrDefault(row.key(), row.key()),
                        row.persons(),
                        row.cost().beforeFen(),
                        row.cost().afterFen()))
                .toList();
    }
}
