package org.zhubao.roster.excel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhubao.roster.Column;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RowProblem;

/** One payment on a list of the tax bureau. What was subsidised and what the person paid must be the total. */
final class PaymentCells implements Extras {

    private static final Pattern TIER = Pattern.compile("(?:.*?([一二三四1-4])档.*|([1-4]))");
    private static final String NUMERALS = "一二三四";

    private final Header header;
    private final boolean dates1904;
    private final Places places;

    PaymentCells(RosterExpectation expected, Header header, boolean dates1904) {
        this.header = header;
        this.dates1904 = dates1904;
        this.places = new Places(expected);
    }

    @Override
    public void read(SheetRow row, Map<String, String> into, List<RowProblem> problems) {
        amounts(row, into, problems);
        paidOn(row, problems).ifPresent(day -> into.put("paid-on", day.toString()));
        tier(value(row, Column.TIER)).ifPresent(tier -> into.put("tier", tier));
        put(into, "paid-as", value(row, Column.PAID_AS));
        put(into, "payment-batch", value(row, Column.PAYMENT_BATCH));
        put(into, "enrolled-at", places.codeOrName(value(row, Column.ENROLLED_AT)));
    }

    /** Where the list has no column for what the person paid, it is the rest. */
    private void amounts(SheetRow row, Map<String, String> into, List<RowProblem> problems) {
        Optional<Long> subsidised = amount(row, Column.SUBSIDISED, problems);
        Optional<Long> total = amount(row, Column.TOTAL_PAID, problems);
        Optional<Long> own = header.cell(row, Column.OWN_PAYMENT).isBlank()
                ? total.flatMap(t -> subsidised.map(s -> t - s))
                : amount(row, Column.OWN_PAYMENT, problems);
        if (subsidised.isEmpty() || total.isEmpty() || own.isEmpty()) {
            return;
        }
        if (subsidised.get() + own.get() != total.get()) {
            problems.add(RowProblem.of(
                    ProblemCode.AMOUNTS_DO_NOT_ADD_UP,
                    Column.TOTAL_PAID,
                    value(row, Column.SUBSIDISED),
                    value(row, Column.OWN_PAYMENT),
                    value(row, Column.TOTAL_PAID)));
        }
        into.put("subsidised-fen", subsidised.get().toString());
        into.put("own-fen", own.get().toString());
        into.put("total-fen", total.get().toString());
    }

    private Optional<Long> amount(SheetRow row, Column column, List<RowProblem> problems) {
        Optional<Long> fen = WrittenAmount.fen(header.cell(row, column));
        if (fen.isEmpty()) {
            problems.add(RowProblem.of(ProblemCode.UNREADABLE_AMOUNT, column, value(row, column)));
        }
        return fen;
    }

    private Optional<LocalDate> paidOn(SheetRow row, List<RowProblem> problems) {
        Optional<LocalDate> day = WrittenDate.beginning(header.cell(row, Column.PAID_ON), dates1904);
        if (day.isEmpty()) {
            problems.add(RowProblem.of(ProblemCode.MISSING_DATE, Column.PAID_ON, value(row, Column.PAID_ON)));
        }
        return day;
    }

    /** 居民一档, 二档, 2 … as the number of the tier. */
    private static Optional<String> tier(String written) {
        Matcher matcher = TIER.matcher(Text.compact(written));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String found = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        int numeral = NUMERALS.indexOf(found);
        return Optional.of(numeral < 0 ? found : String.valueOf(numeral + 1));
    }

    private static void put(Map<String, String> into, String key, String value) {
        if (!value.isEmpty()) {
            into.put(key, value);
        }
    }

    private String value(SheetRow row, Column column) {
        return header.cell(row, column).value();
    }
}
