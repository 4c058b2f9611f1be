package org.zhubao.settlement.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetForm;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Form;

/** Sheets with good defaults, written and read back. */
public final class Sheets {

    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private Sheets() {}

    public static SheetContent annex() {
        return content(SheetForm.FEDERATION_ANNEX, "攀枝花市资助残疾人参加城乡居民基本医疗保险费用结算明细表", "东区", "残联资金", 2025);
    }

    public static SheetContent general() {
        return content(SheetForm.GENERAL, "潼南区2021年度资助参加城乡居民合作医疗保险费用结算表", "潼南区", "民政部门资金", 2021);
    }

    private static SheetContent content(SheetForm form, String title, String county, String fund, int benefitYear) {
        return new SheetContent(
                "JS-2025-0007", title, form, county, fund, benefitYear, LocalDate.of(2025, 1, 15), DIGEST, false);
    }

    /** 低保-残疾人: 300 from the medical assistance fund, 100 from the federation. */
    public static SheetLine onLowIncome(int sequence, String name) {
        return new SheetLine(
                sequence, name, idNumber(sequence), "银江镇", "视力", "一级", "低保-残疾人", "三(一)", 40_000, 30_000, 10_000, 0, "");
    }

    /** 残疾人: all 400 from the federation. */
    public static SheetLine disabledOnly(int sequence, String name) {
        return new SheetLine(
                sequence, name, idNumber(sequence), "银江镇", "肢体", "三级", "残疾人", "三(二)", 40_000, 0, 40_000, 0, "");
    }

    /** Tongnan: 224 of 280 paid, 56 left to pay. */
    public static SheetLine inTownship(int sequence, String township) {
        return new SheetLine(
                sequence,
                "李四",
                idNumber(sequence),
                township,
                null,
                null,
                "计生奖励扶助",
                "二(二)",
                28_000,
                0,
                22_400,
                5_600,
                "");
    }

    public static List<SheetLine> many(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(i -> i % 3 == 0 ? disabledOnly(i, "张三") : onLowIncome(i, "李四"))
                .toList();
    }

    /** A synthetic number of a division that does not exist. */
    public static String idNumber(int sequence) {
        return "999999" + "19700101" + String.format("%04d", sequence % 10_000);
    }

    public static byte[] written(SheetContent content, Iterable<SheetLine> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SheetWriter().write(content, Form.of(content.form()), lines, out);
        return out.toByteArray();
    }

    public static XSSFSheet read(SheetContent content, Iterable<SheetLine> lines) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(written(content, lines))).getSheetAt(0);
    }

    public static String text(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getStringCellValue();
    }
}
