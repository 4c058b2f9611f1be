package org.zhubao.settlement.form;

import java.util.List;

/**
 * A row above or below the table.
 *
 * @param height in points
 * @param cells from left to right, over all columns
 */
public record Band(int height, List<Cell> cells) {

    public Band {
        cells = List.copyOf(cells);
    }

    /** One text over several columns, counted from 0. */
    public record Cell(int from, int to, String text, Style style) {}

    /** How the text stands there. */
    public enum Style {
        TITLE,
        LEFT,
        RIGHT,
        /** Small, on several lines. */
        NOTE,
        /** Framed like the table, which it belongs to. */
        FRAMED
    }

    static Band whole(int height, int columns, String text, Style style) {
        return new Band(height, List.of(new Cell(0, columns - 1, text, style)));
    }
}
