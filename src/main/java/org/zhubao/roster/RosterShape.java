package org.zhubao.roster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the table was found and what was left out.
 *
 * @param title what stands above the headings
 * @param headerRow the spreadsheet's number of the last heading line, from 1
 * @param headings as written, by cell from the left; empty where a cell has none
 * @param positions the cell (from 0) of each column that was recognised
 * @param dataRows people, rejected rows included
 * @param skippedSheets names of sheets that were not read
 * @param skippedHiddenRows hidden rows below the headings that hold something
 * @param skippedColumns letters of hidden columns that hold something
 * @param filledCells cells that got what the first of the cells merged with them says
 */
public record RosterShape(
        String sheetName,
        String title,
        int headerRow,
        List<String> headings,
        Map<Column, Integer> positions,
        int dataRows,
        List<String> skippedSheets,
        int skippedHiddenRows,
        List<String> skippedColumns,
        int filledCells) {

    public RosterShape {
        headings = List.copyOf(headings);
        positions = Map.copyOf(positions);
        skippedSheets = List.copyOf(skippedSheets);
        skippedColumns = List.copyOf(skippedColumns);
    }

    /** The recognised columns with their headings as written. */
    public Map<Column, String> headers() {
        Map<Column, String> headers = new EnumMap<>(Column.class);
        positions.forEach((column, position) -> headers.put(column, headings.get(position)));
        return headers;
    }
}
