package org.zhubao.settlement.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.zhubao.settlement.Report;
import org.zhubao.settlement.ReportWriting;
import org.zhubao.settlement.form.Band;

/** Writes the year's report: a worksheet by category, one by township, one by fund, each with its total. */
@Component
final class ReportWriter implements ReportWriting {

    private static final List<Integer> WIDTHS = List.of(40, 14, 22);
    private static final String COUNTED_ONCE = "注：一人先后列入几行的，各行都计人数，合计只计一次。";
    private static final String SIGNED = "填表单位（盖章）：" + "　".repeat(8) + "填表人：" + "　".repeat(6) + "填表时间：";

    @Override
    public void write(String title, Report report, OutputStream out) {
        try (Workbook workbook = new Workbook(out, "Zhubao", "1.0")) {
            workbook.properties().setTitle(title);
            table(workbook, title, "资助类别", report.byCategory(), report);
            table(workbook, title, "镇（街）", report.byTownship(), report);
            table(workbook, title, "资金渠道", report.byFund(), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void table(Workbook workbook, String title, String by, List<Report.Row> rows, Report report) {
        Worksheet sheet = workbook.newWorksheet("按" + by);
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
        }
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        Page page = new Page(sheet);
        page.span(0, 2, title, Look.TITLE);
        page.height(34);
        page.next();
        row(page, Look.HEADING, Look.HEADING, by, "人数", "金额（元）");
        for (Report.Row row : rows) {
            String name = row.name().isEmpty() ? "未注明" : row.name();
            amounts(page, name, row.persons(), row.fen(), Look.TEXT, Look.AMOUNT);
        }
        amounts(page, "合计", report.persons(), report.totalFen(), Look.TOTAL_LABEL, Look.TOTAL_AMOUNT);
        page.next();
        if (rows.stream().mapToInt(Report.Row::persons).sum() != report.persons()) {
            page.span(0, 2, COUNTED_ONCE, Look.of(Band.Style.LEFT));
            page.next();
        }
        page.span(0, 2, SIGNED, Look.of(Band.Style.LEFT));
        page.height(30);
    }

    private static void row(Page page, Look first, Look others, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            page.span(column, column, cells[column], column == 0 ? first : others);
        }
        page.next();
    }

    private static void amounts(Page page, String name, int persons, long fen, Look label, Look amount) {
        page.span(0, 0, name, label);
        page.number(1, persons);
        page.look(page.row(), page.row(), 1, Look.NUMBER);
        page.amount(2, fen);
        page.look(page.row(), page.row(), 2, amount);
        page.next();
    }
}
