package org.zhubao.roster.excel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhubao.roster.Aliases;
import org.zhubao.roster.Column;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/**
 * The heading of a table: one line, or two of which the upper names groups or whole columns.
 *
 * @param lines one or two
 * @param headings as written, by cell; the lower line where both say something
 * @param places the cells of each recognised column; more than one where a heading stands twice
 */
record Header(List<SheetRow> lines, List<String> headings, Map<Column, List<Integer>> places) {

    static Header of(SheetRow line, Aliases aliases) {
        return of(List.of(line), line, line, aliases);
    }

    /** A heading of two lines. A cell blank below belongs to a merged cell that begins above. */
    static Header of(SheetRow upper, SheetRow lower, Aliases aliases) {
        return of(List.of(upper, lower), upper, lower, aliases);
    }

    private static Header of(List<SheetRow> lines, SheetRow upper, SheetRow lower, Aliases aliases) {
        int size = Math.max(upper.cells().size(), lower.cells().size());
        List<String> headings = new ArrayList<>(size);
        Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
        for (int i = 0; i < size; i++) {
            SheetCell cell = lower.cell(i).isBlank() ? upper.cell(i) : lower.cell(i);
            headings.add(cell.value());
            int position = i;
            aliases.columnOf(cell.value()).ifPresent(column -> places.computeIfAbsent(column, c -> new ArrayList<>())
                    .add(position));
        }
        return new Header(lines, headings, places);
    }

    /** The first cell of each recognised column. */
    Map<Column, Integer> positions() {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        places.forEach((column, cells) -> positions.put(column, cells.get(0)));
        return positions;
    }

    int firstRow() {
        return lines.get(0).number();
    }

    int lastRow() {
        return lines.get(lines.size() - 1).number();
    }

    int columns() {
        return places.size();
    }

    Set<Column> missing(Set<Column> required) {
        Set<Column> missing = EnumSet.copyOf(required);
        missing.removeAll(places.keySet());
        return missing;
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** The cell of a column in a row below; blank where the table has no such column. */
    SheetCell cell(SheetRow row, Column column) {
        List<Integer> cells = places.get(column);
        return cells == null ? SheetCell.BLANK : row.cell(cells.get(0));
    }

    /** Whether a row repeats a line of the heading, as printed lists do on every page. */
    boolean isRepeatedBy(SheetRow row) {
        String number = cell(row, Column.ID_NUMBER).value();
        return !number.isEmpty()
                        && number.equals(
                                headings.get(places.get(Column.ID_NUMBER).get(0)))
                || lines.stream().anyMatch(line -> line.text().equals(row.text()));
    }

    /**
     * Two tables side by side have every heading twice. Half of the people would be lost without a word.
     *
     * @throws RosterFileRefused when names or numbers stand in two columns
     */
    void refuseDoubles() {
        for (Column column : List.of(Column.NAME, Column.ID_NUMBER)) {
            List<Integer> cells = places.getOrDefault(column, List.of());
            if (cells.size() > 1) {
                throw new RosterFileRefused(
                        Reason.DOUBLE_COLUMN,
                        column.messageKey(),
                        headings.get(cells.get(0)),
                        headings.get(cells.get(1)));
            }
        }
    }
}
