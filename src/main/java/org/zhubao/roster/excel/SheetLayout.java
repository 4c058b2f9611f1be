package org.zhubao.roster.excel;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a sheet hides and what it joins.
 *
 * @param hiddenColumns cells from 0
 * @param merges of more than one row, those that begin first coming first
 */
record SheetLayout(Set<Integer> hiddenColumns, List<Merge> merges) {

    static final SheetLayout PLAIN = new SheetLayout(Set.of(), List.of());

    SheetLayout {
        hiddenColumns = Set.copyOf(hiddenColumns);
        merges = merges.stream()
                .filter(merge -> merge.lastRow() > merge.firstRow())
                .sorted(Comparator.comparingInt(Merge::firstRow))
                .toList();
    }

    /**
     * Cells joined to one, which shows what the first of them says.
     *
     * @param firstRow the spreadsheet's own number, from 1, as {@code lastRow}
     * @param column its first cell, from 0; what is joined to the right of it stays blank
     */
    record Merge(int firstRow, int lastRow, int column) {}
}
