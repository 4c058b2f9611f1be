package org.zhubao.policy.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days that return every year: {@code 12-31 of the year before}, seen from the benefit year. */
final class SeasonDay {

    private static final Pattern WORDS = Pattern.compile("(\\d\\d-\\d\\d) of the year( before| after)?");
    private static final Map<String, Integer> YEARS = Map.of(" before", -1, "", 0, " after", 1);

    private SeasonDay() {}

    /** @return the date such words mean; any other text as it is */
    static String dated(String text, int benefitYear) {
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            return text;
        }
        try {
            String which = words.group(2) == null ? "" : words.group(2);
            LocalDate date = MonthDay.parse("--" + words.group(1)).atYear(benefitYear + YEARS.get(which));
            return date.toString();
        } catch (DateTimeException e) {
            return text;
        }
    }
}
