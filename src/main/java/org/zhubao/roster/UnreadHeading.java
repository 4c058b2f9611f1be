package org.zhubao.roster;

import java.util.List;
import java.util.Map;

/**
 * The line that looks most like a heading of a file in which required columns were not found, so that a person can say
 * what its columns are.
 *
 * @param headings as written, by cell; empty where a cell has none
 * @param recognised the columns known, by cell (from 0)
 * @param below the next lines as shown, identity numbers masked
 */
public record UnreadHeading(List<String> headings, Map<Integer, Column> recognised, List<List<String>> below) {

    public UnreadHeading {
        headings = headings.stream().map(RowProblem::masked).toList();
        recognised = Map.copyOf(recognised);
        below = below.stream()
                .map(line -> line.stream().map(RowProblem::masked).toList())
                .toList();
    }
}
