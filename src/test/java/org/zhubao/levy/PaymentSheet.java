package org.zhubao.levy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhubao.support.CountySeason;
import org.zhubao.support.Listed;

/** A list as the tax bureau or the bureau itself sends it, row by row. */
final class PaymentSheet {

    private final List<List<String>> rows = new ArrayList<>();

    private PaymentSheet(String... headings) {
        rows.add(List.of(headings));
    }

    /** Any list, its lines with commas between the cells. */
    static byte[] of(String headings, String... lines) {
        PaymentSheet sheet = new PaymentSheet(headings.split(","));
        for (String line : lines) {
            sheet.rows.add(List.of(line.split(",")));
        }
        return sheet.workbook();
    }

    static PaymentSheet payments() {
        return new PaymentSheet("镇（街）", "姓名", "身份证号码", "代缴金额", "个人缴费金额", "缴费总额", "缴费日期", "请款批次", "参保档次");
    }

    static PaymentSheet statuses() {
        return new PaymentSheet("姓名", "身份证号码", "参保类型", "参保所属区划", "参保状态");
    }

    static PaymentSheet refusals() {
        return new PaymentSheet("姓名", "身份证号码", "税务退回原因");
    }

    PaymentSheet refused(Listed person, String reason) {
        rows.add(List.of(person.name(), person.number(), reason));
        return this;
    }

    /** In yuan; the total is the sum. */
    PaymentSheet paid(Listed person, int subsidised, int own, String day) {
        return paid(person, subsidised, own, day, "一档");
    }

    PaymentSheet paid(Listed person, int subsidised, int own, String day, String tier) {
        return paid(person, subsidised + "", own + "", subsidised + own + "", day, tier);
    }

    /** Of amounts that are no whole yuan. */
    PaymentSheet paidFen(Listed person, long subsidised, long own, String day) {
        return paid(person, yuan(subsidised), yuan(own), yuan(subsidised + own), day, "一档");
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private PaymentSheet paid(Listed person, String subsidised, String own, String total, String day, String tier) {
        rows.add(List.of(CountySeason.EAST, person.name(), person.number(), subsidised, own, total, day, "第一批", tier));
        return this;
    }

    PaymentSheet insured(Listed person, String insurance, String place, String state) {
        rows.add(List.of(person.name(), person.number(), insurance, place, state));
        return this;
    }

    byte[] workbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("明细");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.inlineString(row, column, rows.get(row).get(column));
                }
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
