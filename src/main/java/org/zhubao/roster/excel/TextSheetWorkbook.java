package org.zhubao.roster.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.zhubao.roster.TextSheetWriting;

/** A sheet with a line of headings that stays in sight. */
@Component
class TextSheetWorkbook implements TextSheetWriting {

    private static final String HEAD = "D9E7EE";
    private static final int WIDTH = 22;
    private static final int ROWS_BETWEEN_FLUSHES = 1000;

    @Override
    public void write(String name, List<String> headings, Consumer<Consumer<List<String>>> rows, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "Zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            sheet.freezePane(0, 1);
            for (int i = 0; i < headings.size(); i++) {
                sheet.width(i, WIDTH);
                sheet.inlineString(0, i, headings.get(i));
            }
            sheet.range(0, 0, 0, headings.size() - 1)
                    .style()
                    .bold()
                    .fillColor(HEAD)
                    .set();
            int[] at = {0};
            rows.accept(cells -> row(sheet, ++at[0], cells));
            sheet.finish();
        }
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.inlineString(row, i, cells.get(i));
        }
        if (row % ROWS_BETWEEN_FLUSHES == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
