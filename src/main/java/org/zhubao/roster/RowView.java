package org.zhubao.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as the result page shows it.
 *
 * @param rowNumber the spreadsheet's own
 * @param maskedNumber the number as written, masked
 * @param told what stands in the kind's {@linkplain RosterKind#tellingColumn() telling column}: an identity as the
 *     department calls it, a school, the day of a death, where somebody moved
 * @param identity its code by the year's notice
 */
public record RowView(
        int rowNumber,
        String name,
        String maskedNumber,
        String told,
        @Nullable String identity,
        String township,
        boolean acceptable,
        List<RowProblem> problems) {

    /** The problems of one column, to be shown in its cell. */
    public List<RowProblem> problemsOf(Column column) {
        return problems.stream().filter(p -> p.column() == column).toList();
    }

    /** How the cell of a column is marked: not at all, as a note, or as what rejects the row. */
    public String markOf(Column column) {
        List<RowProblem> found = problemsOf(column);
        if (found.isEmpty()) {
            return "";
        }
        return found.stream().anyMatch(RowProblem::rejects) ? "cell-bad" : "cell-note";
    }

    /** The problems of all other columns than these. */
    public List<RowProblem> problemsOutside(List<Column> columns) {
        return problems.stream().filter(p -> !columns.contains(p.column())).toList();
    }
}
