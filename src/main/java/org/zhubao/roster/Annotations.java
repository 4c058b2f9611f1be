package org.zhubao.roster;

import java.util.Map;

/**
 * What is to be written into a copy of an uploaded file.
 *
 * @param sheetName the sheet that was read
 * @param headerRow the spreadsheet's number of the last heading line, from 1
 * @param positions the cell (from 0) of each recognised column
 * @param heading of the column that is added
 * @param rows what was found, by row number
 */
public record Annotations(
        String sheetName,
        int headerRow,
        Map<Column, Integer> positions,
        String heading,
        Map<Integer, RowAnnotation> rows) {

    public Annotations {
        positions = Map.copyOf(positions);
        rows = Map.copyOf(rows);
    }

    /**
     * The findings of one row.
     *
     * @param text of all of them, for the added column
     * @param severities of the cells concerned, the gravest of each
     */
    public record RowAnnotation(String text, Map<Column, ProblemCode.Severity> severities) {

        public RowAnnotation {
            severities = Map.copyOf(severities);
        }
    }
}
