package org.zhubao.roster.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.zhubao.roster.Column;
import org.zhubao.roster.RosterTemplate;
import org.zhubao.roster.RosterTemplate.TemplateColumn;
import org.zhubao.roster.RosterTemplateWriting;

/**
 * A template: the empty list, a sheet that explains each column with an example, and a hidden one with what may be
 * chosen. The examples stand one below the other, so that no reader takes them for people.
 */
@Component
class TemplateWorkbook implements RosterTemplateWriting {

    private static final int HEADER = 1;
    private static final int PREPARED_ROWS = 5000;
    private static final String HEAD = "D9E7EE";
    private static final Set<Column> WIDE = EnumSet.of(Column.ID_NUMBER, Column.CERTIFICATE_NUMBER, Column.IDENTITY);
    private static final Set<Column> NUMBERS = EnumSet.of(Column.ID_NUMBER, Column.CERTIFICATE_NUMBER);

    @Override
    public void write(RosterTemplate template, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Zhubao", "1.0")) {
            Worksheet list = workbook.newWorksheet("名单");
            Worksheet explanations = workbook.newWorksheet("填写说明");
            Worksheet choices = workbook.newWorksheet("选项");
            choices.setVisibilityState(VisibilityState.HIDDEN);
            list(list, template);
            for (int column = 0; column < template.columns().size(); column++) {
                offer(list, choices, column, template.columns().get(column).choices());
            }
            explain(explanations, template);
            list.finish();
            explanations.finish();
            choices.finish();
        }
    }

    private static void list(Worksheet sheet, RosterTemplate template) {
        int last = template.columns().size() - 1;
        sheet.value(0, 0, template.title());
        sheet.range(0, 0, 0, last).merge();
        sheet.range(0, 0, 0, last)
                .style()
                .bold()
                .fontSize(14)
                .horizontalAlignment("center")
                .set();
        for (int i = 0; i <= last; i++) {
            Column column = template.columns().get(i).column();
            sheet.value(HEADER, i, column.usualHeading());
            sheet.width(i, WIDE.contains(column) ? 24 : 14);
            if (NUMBERS.contains(column)) {
                // The column and not its cells: however many numbers are pasted, none is taken for a quantity
                sheet.style(i).format("@").set();
            }
        }
        sheet.range(HEADER, 0, HEADER, last)
                .style()
                .bold()
                .fillColor(HEAD)
                .borderStyle("thin")
                .set();
        sheet.freezePane(0, HEADER + 1);
        fitToPages(sheet);
        sheet.repeatRows(0, HEADER);
    }

    /** As wide as a sheet of paper, and as long as it takes. */
    private static void fitToPages(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private static void offer(Worksheet list, Worksheet choices, int column, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            choices.value(i, column, values.get(i));
        }
        if (!values.isEmpty()) {
            below(list, column).validateWithList(choices.range(0, column, values.size() - 1, column));
        }
    }

    private static Range below(Worksheet sheet, int column) {
        return sheet.range(HEADER + 1, column, HEADER + PREPARED_ROWS, column);
    }

    private static void explain(Worksheet sheet, RosterTemplate template) {
        int row = 0;
        for (String note : template.notes()) {
            sheet.value(row++, 0, note);
        }
        row++;
        for (TemplateColumn column : template.columns()) {
            sheet.value(row, 0, column.column().usualHeading());
            sheet.style(row, 0).bold().set();
            sheet.value(row, 1, column.required());
            sheet.value(row, 2, column.hint());
            sheet.value(row, 3, column.example());
            row++;
        }
        sheet.width(0, 18);
        sheet.width(1, 8);
        sheet.width(2, 60);
        sheet.width(3, 24);
        fitToPages(sheet);
    }
}
