package org.zhubao.settlement.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetFormat;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.SheetWriting;
import org.zhubao.settlement.form.Column;
import org.zhubao.settlement.form.Form;
import org.zhubao.settlement.form.Totals;

/** Writes sheets with fastexcel, which keeps only the rows in work. */
@Component
final class SheetWriter implements SheetWriting {

    private static final int FOOTER_SIZE = 9;

    @Override
    public SheetFormat format() {
        return SheetFormat.XLSX;
    }

    @Override
    public void write(SheetContent content, Form form, Iterable<SheetLine> lines, OutputStream out) {
        try (Workbook workbook = new Workbook(out, "Zhubao", "1.0")) {
            workbook.properties().setTitle(content.title());
            Worksheet sheet = workbook.newWorksheet(form.tab());
            widths(sheet, form.columns());
            write(content, form, lines, sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(SheetContent content, Form form, Iterable<SheetLine> lines, Worksheet sheet)
            throws IOException {
        Page page = new Page(sheet);
        Table table = new Table(page, form);
        form.head(content).forEach(page::band);
        table.headings();
        printing(sheet, content, page.row() - 1);
        Totals totals = table.lines(lines);
        form.foot(totals).forEach(page::band);
    }

    private static void widths(Worksheet sheet, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
        }
    }

    /** A4 landscape, one page wide, the head repeated; number and digest on every page tie paper to record. */
    private static void printing(Worksheet sheet, SheetContent content, int lastHeadRow) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.5f);
        sheet.rightMargin(0.5f);
        sheet.topMargin(0.6f);
        sheet.bottomMargin(0.7f);
        sheet.repeatRows(0, lastHeadRow);
        sheet.freezePane(0, lastHeadRow + 1);
        sheet.footer("编号 " + content.number(), Position.LEFT, "宋体", FOOTER_SIZE);
        sheet.footer("第 &P 页，共 &N 页", Position.CENTER, "宋体", FOOTER_SIZE);
        sheet.footer("校验码 " + content.shortDigest(), Position.RIGHT, "宋体", FOOTER_SIZE);
    }
}
