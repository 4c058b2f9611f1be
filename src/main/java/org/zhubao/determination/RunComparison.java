package org.zhubao.determination;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run changed against an earlier one.
 *
 * @param rows by cause and change, those with the most people first
 */
public record RunComparison(Run before, Run after, List<Row> rows) {

    public RunComparison {
        rows = List.copyOf(rows);
    }

    /** So many people with the same cause and change; sums in fen. */
    public record Row(ChangeCause cause, RunChange change, int persons, long beforeFen, long afterFen) {

        public long differenceFen() {
            return afterFen - beforeFen;
        }

        Row plus(Row more) {
            return new Row(cause, change, persons + more.persons, beforeFen + more.beforeFen, afterFen + more.afterFen);
        }
    }

    /** Adds up rows of the same cause and change. */
    static RunComparison of(Run before, Run after, List<Row> rows) {
        Map<List<Enum<?>>, Row> sums = new HashMap<>();
        rows.forEach(row -> sums.merge(List.of(row.cause(), row.change()), row, Row::plus));
        return new RunComparison(
                before,
                after,
                sums.values().stream()
                        .sorted(Comparator.comparingInt(Row::persons)
                                .reversed()
                                .thenComparing(Row::cause)
                                .thenComparing(Row::change))
                        .toList());
    }

    /** Which of the people to name; null is all. */
    public record Filter(@Nullable ChangeCause cause, @Nullable RunChange change) {

        boolean includes(Row row) {
            return (cause == null || cause == row.cause()) && (change == null || change == row.change());
        }
    }

    public int persons() {
        return rows.stream().mapToInt(Row::persons).sum();
    }

    public long differenceFen() {
        return rows.stream().mapToLong(Row::differenceFen).sum();
    }
}
