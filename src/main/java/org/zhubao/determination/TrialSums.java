package org.zhubao.determination;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhubao.determination.Trial.Cost;
import org.zhubao.determination.Trial.Row;

/** Adds up rows of a trial by their keys. */
final class TrialSums {

    private final Map<String, Row> rows = new TreeMap<>();

    void add(String key, int persons, long beforeFen, long afterFen) {
        rows.merge(
                key,
                new Row(key, persons, Cost.NONE.plus(beforeFen, afterFen)),
                (known, more) ->
                        new Row(key, known.persons() + persons, known.cost().plus(beforeFen, afterFen)));
    }

    /** By key. */
    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** Where the difference is largest first. */
    List<Row> byDifference() {
        return rows.values().stream()
                .sorted(Comparator.comparingLong(
                        (Row row) -> -Math.abs(row.cost().differenceFen())))
                .toList();
    }
}
