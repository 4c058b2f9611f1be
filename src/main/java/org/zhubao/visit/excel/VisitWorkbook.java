package org.zhubao.visit.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhubao.roster.PlainSheetReading;
import org.zhubao.visit.Finding;
import org.zhubao.visit.VisitList;
import org.zhubao.visit.VisitSheets;

/** One sheet to be filled in, and a hidden one with what may be chosen. */
@Component
class VisitWorkbook implements VisitSheets {

    private static final int MOST_ROWS = 100_000;
    private static final int HEADING = 1;
    private static final String HEAD = "D9E7EE";
    private static final String TO_FILL_IN = "FFF7E0";
    private static final List<String> COLUMNS =
            List.of("key", "name", "number", "village", "identities", "visited-on", "finding", "remark");
    private static final int[] WIDTHS = {9, 12, 24, 18, 30, 14, 24, 30};

    private final PlainSheetReading reading;
    private final MessageSource messages;

    VisitWorkbook(PlainSheetReading reading, MessageSource messages) {
        this.reading = reading;
        this.messages = messages;
    }

    @Override
    public void write(
            VisitList list,
            String county,
            List<VisitList.Line> lines,
            Map<String, String> names,
            Locale locale,
            OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "Zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(text("visits.sheet", locale));
            Worksheet choices = workbook.newWorksheet(text("visits.sheet.choices", locale));
            choices.setVisibilityState(VisibilityState.HIDDEN);
            head(sheet, text("visits.sheet.title", locale, county, list.township(), list.number()), locale);
            List<Finding> findings = Finding.of(list.purpose());
            for (int i = 0; i < findings.size(); i++) {
                choices.value(i, 0, text(findings.get(i).messageKey(), locale));
            }
            int row = HEADING + 1;
            for (VisitList.Line line : lines) {
                line(sheet, row++, list, line, names, locale);
            }
            int last = row - 1;
            sheet.range(HEADING + 1, 6, last, 6).validateWithList(choices.range(0, 0, findings.size() - 1, 0));
            sheet.range(HEADING + 1, 5, last, 7)
                    .style()
                    .fillColor(TO_FILL_IN)
                    .borderStyle("thin")
                    .set();
            sheet.range(HEADING + 1, 5, last, 5)
                    .style()
                    .format("@")
                    .fillColor(TO_FILL_IN)
                    .set();
            sheet.finish();
            choices.finish();
        }
    }

    private void head(Worksheet sheet, String title, Locale locale) {
        int last = COLUMNS.size() - 1;
        sheet.value(0, 0, title);
        sheet.range(0, 0, 0, last).merge();
        sheet.range(0, 0, 0, last)
                .style()
                .bold()
                .fontSize(14)
                .horizontalAlignment("center")
                .set();
        for (int i = 0; i <= last; i++) {
            sheet.value(HEADING, i, text("visits.column." + COLUMNS.get(i), locale));
            sheet.width(i, WIDTHS[i]);
        }
        sheet.range(HEADING, 0, HEADING, last)
                .style()
                .bold()
                .fillColor(HEAD)
                .borderStyle("thin")
                .set();
        sheet.freezePane(0, HEADING + 1);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(HEADING, HEADING);
    }

    private void line(
            Worksheet sheet, int row, VisitList list, VisitList.Line line, Map<String, String> names, Locale locale) {
        sheet.value(row, 0, ReturnedRows.key(list, line.line()));
        sheet.value(row, 1, line.name());
        sheet.value(row, 2, line.maskedNumber());
        sheet.value(row, 3, line.village());
        sheet.value(
                row,
                4,
                String.join(
                        "、",
                        line.identities().stream()
                                .map(identity -> names.getOrDefault(identity, identity))
                                .toList()));
        if (line.visitedOn() != null) {
            sheet.value(row, 5, line.visitedOn().toString());
        }
        if (line.finding() != null) {
            sheet.value(row, 6, text(line.finding().messageKey(), locale));
        }
        sheet.value(row, 7, line.remark());
    }

    @Override
    public Reading read(VisitList list, List<VisitList.Line> lines, Path file, String fileName, LocalDate today) {
        return new ReturnedRows(list, lines, today, this::text).read(reading.read(file, fileName, MOST_ROWS));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
