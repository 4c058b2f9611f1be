package org.zhubao.roster.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhubao.roster.Aliases;
import org.zhubao.roster.Column;

/** Finds the heading among the first lines of a sheet that hold something. */
final class HeaderFinder {

    /** Titles, notes and units above a table never take more lines. */
    static final int LINES = 20;

    private final Set<Column> required;
    private final Aliases aliases;
    private final List<SheetRow> lines = new ArrayList<>();

    HeaderFinder(Set<Column> required, Aliases aliases) {
        this.required = required;
        this.aliases = aliases;
    }

    /** @return whether more lines are wanted */
    boolean add(SheetRow line) {
        lines.add(line);
        return lines.size() < LINES;
    }

    List<SheetRow> lines() {
        return lines;
    }

    /** The heading with all required columns; of several the one with most columns. */
    Optional<Header> find() {
        return candidates().stream()
                .filter(header -> header.missing(required).isEmpty())
                .reduce((best, next) -> next.columns() > best.columns() ? next : best);
    }

    /** The line that looks most like a heading although required columns are missing. */
    Optional<Header> nearest() {
        return candidates().stream()
                .filter(header -> header.columns() > 0)
                .reduce((best, next) -> next.columns() > best.columns() ? next : best);
    }

    private List<Header> candidates() {
        List<Header> candidates = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            candidates.add(Header.of(lines.get(i), aliases));
            if (i > 0 && isLowerLine(lines.get(i))) {
                candidates.add(Header.of(lines.get(i - 1), lines.get(i), aliases));
            }
        }
        return candidates;
    }

    /** A line of data below a heading is no second heading line. */
    private static boolean isLowerLine(SheetRow row) {
        return row.cells().stream().noneMatch(cell -> cell.isNumber() || WrittenNumber.isLikely(cell))
                && row.cells().stream().noneMatch(cell -> cell.value().matches("\\d+"));
    }
}
