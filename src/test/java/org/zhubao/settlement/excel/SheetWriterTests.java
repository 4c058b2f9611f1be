package org.zhubao.settlement.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.settlement.SheetForm;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Form;

class SheetWriterTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@x", "-2", "+86", "<张&\"三'>", "𠮷田", "扎西·次仁", "\uE000某"})
    void anyNameComesOutAsTextAndUnchanged(String name) throws IOException {
        XSSFCell cell = Sheets.read(Sheets.annex(), List.of(Sheets.disabledOnly(1, name)))
                .getRow(3)
                .getCell(1);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(name);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
    }

    @Test
    void aLongNameGetsARowHighEnoughToShowItWhole() throws IOException {
        XSSFSheet sheet = Sheets.read(
                Sheets.annex(), List.of(Sheets.disabledOnly(1, "张三"), Sheets.disabledOnly(2, "艾尔肯·买买提阿不都热合曼·玉素甫")));
        assertThat(sheet.getRow(3).getHeightInPoints()).isEqualTo(15);
        assertThat(sheet.getRow(4).getHeightInPoints()).isEqualTo(51);
    }

    @Test
    void everyLineOfALongSheetIsThereAndLooksTheSame() throws IOException {
        XSSFSheet sheet = Sheets.read(Sheets.annex(), Sheets.many(1_203));
        for (int line : new int[] {1, 500, 501, 1_000, 1_001, 1_203}) {
            XSSFCell amount = sheet.getRow(2 + line).getCell(6);
            assertThat(sheet.getRow(2 + line).getCell(0).getNumericCellValue()).isEqualTo(line);
            assertThat(amount.getNumericCellValue()).isEqualTo(400.00);
            assertThat(amount.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
        }
        assertThat(sheet.getRow(1_206).getCell(6).getNumericCellValue()).isEqualTo(1_203 * 400.00);
    }

    @Test
    void finishedLinesLeaveBeforeTheLastIsTaken() {
        AtomicInteger written = new AtomicInteger();
        AtomicInteger writtenBeforeLast = new AtomicInteger();
        int count = 20_000;
        Iterable<SheetLine> lines = () -> IntStream.rangeClosed(1, count)
                .peek(i -> {
                    if (i == count) {
                        writtenBeforeLast.set(written.get());
                    }
                })
                .mapToObj(i -> Sheets.onLowIncome(i, "李四"))
                .iterator();
        new SheetWriter().write(Sheets.annex(), Form.of(SheetForm.FEDERATION_ANNEX), lines, counting(written));
        assertThat(writtenBeforeLast.get()).isGreaterThan(written.get() * 8 / 10);
    }

    @Test
    void aBrokenDownloadIsReported() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> new SheetWriter()
                        .write(Sheets.annex(), Form.of(SheetForm.FEDERATION_ANNEX), Sheets.many(1), broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("connection reset");
    }

    /** Leaves both forms in {@code target/sheets}, to be opened and looked at. */
    @Test
    void bothFormsLieInTargetToBeLookedAt() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "sheets"));
        Files.write(folder.resolve("annex.xlsx"), Sheets.written(Sheets.annex(), Sheets.many(75)));
        List<SheetLine> lines = IntStream.rangeClosed(1, 70)
                .mapToObj(i -> Sheets.inTownship(i, i <= 40 ? "梓潼街道" : "塘坝镇"))
                .toList();
        Files.write(folder.resolve("general.xlsx"), Sheets.written(Sheets.general(), lines));
        assertThat(folder).isDirectoryContaining("glob:**/annex.xlsx").isDirectoryContaining("glob:**/general.xlsx");
    }

    private static OutputStream counting(AtomicInteger written) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                written.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written.addAndGet(length);
            }
        };
    }
}
