package org.zhubao.settlement.excel;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.zhubao.settlement.form.Band;
import org.zhubao.settlement.form.Column;

/** How a cell of a form looks. The fonts are the ones every office machine has; others fall back to their like. */
enum Look {
    TITLE("黑体", 16, style -> style.horizontalAlignment("center")),
    LINE("宋体", 11, style -> style.horizontalAlignment("left")),
    LINE_END("宋体", 11, style -> style.horizontalAlignment("right")),
    NOTE("宋体", 10, style -> style.horizontalAlignment("left").wrapText(true)),
    HEADING("黑体", 11, style -> bordered(style).horizontalAlignment("center").wrapText(true)),
    NUMBER("宋体", 11, style -> bordered(style).horizontalAlignment("center").format("0")),
    /** Text format, so that an identity number or a name like =1+1 stays what it is when the cell is edited. */
    TEXT("宋体", 11, style -> text(style).horizontalAlignment("left").indent(1)),
    CENTRED("宋体", 11, style -> text(style).horizontalAlignment("center")),
    AMOUNT("宋体", 11, style -> amount(style)),
    TOTAL_LABEL("黑体", 11, style -> bordered(style).horizontalAlignment("center")),
    TOTAL_AMOUNT("黑体", 11, style -> amount(style)),
    TOTAL_LINE("宋体", 11, style -> bordered(style).horizontalAlignment("left").indent(1));

    private final String font;
    private final int size;
    private final UnaryOperator<StyleSetter> rest;

    Look(String font, int size, UnaryOperator<StyleSetter> rest) {
        this.font = font;
        this.size = size;
        this.rest = rest;
    }

    static Look of(Column.Kind kind) {
        return switch (kind) {
            case SEQUENCE -> NUMBER;
            case TEXT -> TEXT;
            case CENTRED -> CENTRED;
            case AMOUNT -> AMOUNT;
        };
    }

    static Look of(Band.Style style) {
        return switch (style) {
            case TITLE -> TITLE;
            case LEFT -> LINE;
            case RIGHT -> LINE_END;
            case NOTE -> NOTE;
            case FRAMED -> TOTAL_LINE;
        };
    }

    /** The style with this look; the caller sets it. */
    StyleSetter on(StyleSetter style) {
        return rest.apply(
                style.fontName(font).fontSize(BigDecimal.valueOf(size)).verticalAlignment("center"));
    }

    private static StyleSetter bordered(StyleSetter style) {
        return style.borderStyle(BorderStyle.THIN);
    }

    private static StyleSetter text(StyleSetter style) {
        return bordered(style).format("@").wrapText(true);
    }

    private static StyleSetter amount(StyleSetter style) {
        return bordered(style).format("#,##0.00").horizontalAlignment("right").indent(1);
    }
}
