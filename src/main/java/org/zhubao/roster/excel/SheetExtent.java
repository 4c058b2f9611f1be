package org.zhubao.roster.excel;

import org.zhubao.roster.Annotations;

/** How far a sheet reaches: what has to be known before a column is written to the right of all others. */
final class SheetExtent {

    private final Annotations annotations;
    private int width;
    private int lastRow = 1;
    private int earlierFindings = -1;

    SheetExtent(Annotations annotations) {
        this.annotations = annotations;
    }

    void measure(SheetRow row) {
        width = Math.max(width, row.cells().size());
        lastRow = Math.max(lastRow, row.isBlank() ? 1 : row.number());
        if (row.number() == annotations.headerRow()) {
            earlierFindings =
                    row.cells().stream().map(SheetCell::value).toList().lastIndexOf(annotations.heading());
        }
    }

    /** The cell (from 0) of the findings: where those of an earlier check stand, else right of everything. */
    int findings() {
        return earlierFindings >= 0 ? earlierFindings : width;
    }

    /** The number of the last row that says anything, from 1. */
    int lastRow() {
        return lastRow;
    }
}
