package org.zhubao.settlement;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * People and money of a benefit year, by approved and paid sheets: each person once in every table, with what all the
 * funds asked about bear.
 *
 * @param byCategory in the words of the sheets, 低保-残疾人
 * @param byFund codes of funds; a person whom two funds subsidise counts for each
 */
public record Report(int persons, long totalFen, List<Row> byCategory, List<Row> byTownship, List<Row> byFund) {

    public Report {
        byCategory = List.copyOf(byCategory);
        byTownship = List.copyOf(byTownship);
        byFund = List.copyOf(byFund);
    }

    /** @param name of the category, township or fund; empty where none is known */
    public record Row(String name, int persons, long fen) {}

    /** The same with other names for the funds. */
    Report named(UnaryOperator<String> fundName) {
        return new Report(
                persons,
                totalFen,
                byCategory,
                byTownship,
                byFund.stream()
                        .map(row -> new Row(fundName.apply(row.name()), row.persons(), row.fen()))
                        .toList());
    }
}
