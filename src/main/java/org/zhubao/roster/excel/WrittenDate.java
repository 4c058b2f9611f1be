package org.zhubao.roster.excel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as it stands in a cell: 2020.8.15, 2020/8/15, 2020-08-10 00:00:00, 2020年8月15日, 2020年8月, 20200815, 202008 or a
 * serial number of days. A month without a day is its first day as a beginning and its last as an end.
 */
final class WrittenDate {

    private static final Pattern PARTS = Pattern.compile("(\\d{4})[-./年。、—–](\\d{1,2})(?:[-./月。、—–](\\d{1,2})?)?[日号.]?"
            + "(?:\\(?(?:星期|周)[一二三四五六日天]\\)?)?(?:T?(?:上午|下午)?\\d{1,2}:\\d{2}.*)?");
    private static final Pattern IN_RANGE =
            Pattern.compile("\\d{4}[-./年]\\d{1,2}(?!\\d)(?:[-./月]\\d{1,2}(?!\\d))?|\\d{8}");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
    /** January, or an October that lost its last digit to a numeric cell. */
    private static final Pattern TENTH = Pattern.compile("\\d{4}\\.1");

    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    /** Days that serial numbers of workbooks counting from 1904 are behind. */
    private static final int DAYS_TO_1904 = 1462;
    /** Serial numbers of the years 1900 and 2199: a number outside is no date of a roster. */
    private static final int FIRST_SERIAL = 61;

    private static final int LAST_SERIAL = 109_574;

    private WrittenDate() {}

    static Optional<LocalDate> beginning(SheetCell cell, boolean dates1904) {
        return read(cell, dates1904, false);
    }

    static Optional<LocalDate> end(SheetCell cell, boolean dates1904) {
        return read(cell, dates1904, true);
    }

    /** The end of a range such as 2016.1.1-2026.1.1, or of a cell with one date; none for 长期. */
    static Optional<LocalDate> endOfRange(SheetCell cell, boolean dates1904) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        return end(cell, dates1904).or(() -> IN_RANGE.matcher(Text.compact(cell.value()))
                .results()
                .reduce((first, last) -> last)
                .flatMap(last -> end(SheetCell.text(last.group()), dates1904)));
    }

    private static Optional<LocalDate> read(SheetCell cell, boolean dates1904, boolean end) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        String text = Text.compact(cell.value());
        if (isIso(text)) {
            return date(text.substring(0, 4), text.substring(5, 7), text.substring(8), end);
        }
        if (cell.isNumber() && TENTH.matcher(text).matches()) {
            return Optional.empty();
        }
        if (SERIAL.matcher(text).matches()) {
            BigDecimal days = cell.number() == null ? new BigDecimal(text) : cell.number();
            return serial(days, dates1904);
        }
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            return date(parts.group(1), parts.group(2), parts.group(3), end);
        }
        Matcher digits = DIGITS.matcher(text);
        return digits.matches() ? date(digits.group(1), digits.group(2), digits.group(3), end) : Optional.empty();
    }

    /** 2016-01-31, told by a glance: it is the form in which programs write most dates. */
    private static boolean isIso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != 4 && i != 7 && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static Optional<LocalDate> serial(BigDecimal days, boolean dates1904) {
        int serial = days.intValue() + (dates1904 ? DAYS_TO_1904 : 0);
        return serial < FIRST_SERIAL || serial > LAST_SERIAL
                ? Optional.empty()
                : Optional.of(LocalDate.of(1899, 12, 30).plusDays(serial));
    }

    private static Optional<LocalDate> date(String year, String month, @Nullable String day, boolean end) {
        try {
            YearMonth yearMonth = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
            LocalDate withoutDay = end ? yearMonth.atEndOfMonth() : yearMonth.atDay(1);
            LocalDate date = day == null ? withoutDay : yearMonth.atDay(Integer.parseInt(day));
            return date.getYear() < 1900 || date.getYear() > 2199 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
