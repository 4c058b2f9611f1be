package org.zhubao.policy.excel;

import java.math.BigDecimal;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Range;

/** How the cells of a proof look. The font is one that every office machine has. */
enum Style {
    TITLE(15, true, false, "center"),
    NOTE(10, false, false, "left"),
    HEADING(10, true, true, "center"),
    CELL(10, false, true, "left"),
    COUNT(10, false, true, "right");

    static final String FONT = "宋体";

    private final int size;
    private final boolean bold;
    private final boolean bordered;
    private final String alignment;

    Style(int size, boolean bold, boolean bordered, String alignment) {
        this.size = size;
        this.bold = bold;
        this.bordered = bordered;
        this.alignment = alignment;
    }

    void on(Range range) {
        var style = range.style()
                .fontName(FONT)
                .fontSize(BigDecimal.valueOf(size))
                .horizontalAlignment(alignment)
                .verticalAlignment(bordered ? "top" : "center")
                .wrapText(true);
        if (bold) {
            style = style.bold();
        }
        if (bordered) {
            style = style.borderStyle(BorderStyle.THIN);
        }
        style.set();
    }
}
