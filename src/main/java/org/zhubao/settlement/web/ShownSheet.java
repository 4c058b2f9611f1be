package org.zhubao.settlement.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhubao.settlement.SheetForm;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Column;
import org.zhubao.settlement.form.Form;
import org.zhubao.site.Yuan;

/**
 * A page of a sheet in the columns it prints in. The paper has the whole number, the screen has not.
 *
 * @param headings of the columns, with whether numbers stand in them
 */
record ShownSheet(List<Heading> headings, List<Row> rows) {

    record Heading(String text, boolean number) {}

    /** @param correction whether it is a difference to what an earlier sheet charged */
    record Row(int sequence, boolean correction, List<String> cells) {}

    static ShownSheet of(SheetForm form, List<SheetLine> lines, Yuan yuan) {
        List<Column> columns = Form.of(form).columns();
        List<Heading> headings = columns.stream()
                .map(column -> new Heading(column.heading(), column.hasTotal()))
                .toList();
        return new ShownSheet(
                headings,
                lines.stream().map(line -> row(columns, line.masked(), yuan)).toList());
    }

    private static Row row(List<Column> columns, SheetLine line, Yuan yuan) {
        List<String> cells = new ArrayList<>();
        for (Column column : columns) {
            cells.add(cell(column, line, yuan));
        }
        return new Row(line.sequence(), !line.remark().isEmpty(), cells);
    }

    private static String cell(Column column, SheetLine line, Yuan yuan) {
        return switch (column.kind()) {
            case SEQUENCE -> String.valueOf(line.sequence());
            case AMOUNT -> yuan.of(column.fen(line));
            case TEXT, CENTRED -> textOrNothing(column.text(line));
        };
    }

    private static String textOrNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
