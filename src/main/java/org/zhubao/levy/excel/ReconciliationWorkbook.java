package org.zhubao.levy.excel;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhubao.levy.ReconciliationLine;
import org.zhubao.levy.ReconciliationWriting;

/** The people of a reconciliation, each with the cause, the office that has to act and the next action. */
@Component
class ReconciliationWorkbook implements ReconciliationWriting {

    private static final List<String> HEADINGS = List.of(
            "镇（街）", "姓名", "身份证号码", "资助身份", "认定部门", "差异", "责任单位", "下一步", "标识日期", "取消标识日期", "缴费日期", "死亡日期", "应资助", "缴费总额",
            "已代缴", "应补（退）", "列入结算");

    private final MessageSource messages;
    private final Clock clock;

    ReconciliationWorkbook(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void write(String title, Locale locale, Iterable<ReconciliationLine> lines, OutputStream out) {
        Sheets.write("对账", title, HEADINGS, lines.iterator(), line -> cells(line, locale), out);
    }

    private List<?> cells(ReconciliationLine line, Locale locale) {
        return List.of(
                line.township(),
                line.name(),
                line.number().full(),
                line.paidAs(),
                office(line.department(), locale),
                say(line.cause().messageKey(), locale),
                office(line.owner(), locale),
                say(line.cause().messageKey() + ".todo", locale),
                day(line.markedFrom() == null ? null : LocalDate.ofInstant(line.markedFrom(), clock.getZone())),
                day(line.markedTo() == null ? null : LocalDate.ofInstant(line.markedTo(), clock.getZone())),
                day(line.paidOn()),
                day(line.diedOn()),
                line.subsidyFen(),
                line.paidFen(),
                line.subsidisedFen(),
                line.dueFen(),
                line.chargeable() ? "是" : "否");
    }

    private static String day(@Nullable LocalDate day) {
        return Objects.toString(day, "");
    }

    private String office(String code, Locale locale) {
        if (code.isEmpty()) {
            return "";
        }
        return say(code.equals("township") ? "levy.owner.TOWNSHIP" : "department." + code, locale);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
