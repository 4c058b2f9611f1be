package org.zhubao.settlement.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhubao.settlement.SheetForm;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Form;
import org.zhubao.settlement.pdf.Papers;
import org.zhubao.support.HeapWatch;

/**
 * How fast a sheet of 200,000 lines is written, against bare fastexcel writing the same cells without a form. Run by
 * {@code -Psheets}, in 256 MB of heap; docs/benchmarks.md explains the lines.
 */
@Tag("sheets")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class SheetSpeedTests {

    private static final Logger log = LoggerFactory.getLogger(SheetSpeedTests.class);
    private static final int LINES = 200_000;
    private static final int ROUNDS = 5;
    private static final int FLUSH_ROWS = 500;
    private static final long MOST_HEAP = 256;

    @Test
    void aSheetTakesLittleLongerThanItsBareCells() throws IOException {
        long ours = Long.MAX_VALUE;
        long bare = Long.MAX_VALUE;
        try (HeapWatch heap = new HeapWatch()) {
            for (int round = 0; round < ROUNDS; round++) {
                bare = Math.min(bare, timed(SheetSpeedTests::bare));
                ours = Math.min(ours, timed(SheetSpeedTests::ours));
            }
            long most = heap.peak();
            log.info(
                    "sheet-{} ours={}ms reference={}ms ratio={}.{} heap={}MB",
                    LINES,
                    ours / 1_000_000,
                    bare / 1_000_000,
                    ours / bare,
                    "%02d".formatted(ours * 100 / bare % 100),
                    most);
            assertThat(most).as("heap in MB").isLessThanOrEqualTo(MOST_HEAP);
        }
    }

    @Test
    void aSheetOnPaperFitsTheSameHeap() throws IOException {
        try (HeapWatch heap = new HeapWatch()) {
            long paper = timed(() -> Papers.write(Sheets.annex(), lines(), OutputStream.nullOutputStream()));
            long most = heap.peak();
            log.info("paper-{} ours={}ms heap={}MB", LINES, paper / 1_000_000, most);
            assertThat(most).as("heap in MB").isLessThanOrEqualTo(MOST_HEAP);
        }
    }

    private static void ours() {
        new SheetWriter()
                .write(Sheets.annex(), Form.of(SheetForm.FEDERATION_ANNEX), lines(), OutputStream.nullOutputStream());
    }

    /** The same ten cells of every line, and nothing else. */
    private static void bare() throws IOException {
        try (Workbook workbook = new Workbook(OutputStream.nullOutputStream(), "bare", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("bare");
            int row = 0;
            for (SheetLine line : lines()) {
                sheet.value(row, 0, line.sequence());
                sheet.inlineString(row, 1, line.name());
                sheet.inlineString(row, 2, line.idNumber());
                sheet.inlineString(row, 3, line.disabilityCategory());
                sheet.inlineString(row, 4, line.disabilityGrade());
                sheet.inlineString(row, 5, line.paidAs());
                sheet.value(row, 6, BigDecimal.valueOf(line.premiumFen(), 2));
                sheet.value(row, 7, BigDecimal.valueOf(line.medicalAssistanceFen(), 2));
                sheet.value(row, 8, BigDecimal.valueOf(line.fundFen(), 2));
                sheet.inlineString(row, 9, line.remark());
                row++;
                if (row % FLUSH_ROWS == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static Iterable<SheetLine> lines() {
        return () ->
                IntStream.rangeClosed(1, LINES).mapToObj(SheetSpeedTests::line).iterator();
    }

    private static SheetLine line(int sequence) {
        return sequence % 3 == 0 ? Sheets.disabledOnly(sequence, "张三") : Sheets.onLowIncome(sequence, "李四");
    }

    private interface Work {
        void run() throws IOException;
    }

    private static long timed(Work work) throws IOException {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }
}
