package org.zhubao.visit.excel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhubao.roster.PlainSheetReading.PlainRow;
import org.zhubao.site.Refusal;
import org.zhubao.visit.Finding;
import org.zhubao.visit.VisitList;
import org.zhubao.visit.VisitSheets.Reading;

/** Reads the rows of a returned workbook by the key in their first column: the number of the list and of the line. */
final class ReturnedRows {

    private static final Pattern KEY = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(\\.0*)?");
    private static final LocalDate SERIALS_COUNT_FROM = LocalDate.of(1899, 12, 30);
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final int MOST_WORDS = 500;

    private final VisitList list;
    private final Map<String, Finding> findings = new HashMap<>();
    private final List<VisitList.Entry> entries = new ArrayList<>();
    private final List<Integer> unread = new ArrayList<>();

    /** @param words the message of a key in a language */
    ReturnedRows(VisitList list, BiFunction<String, Locale, String> words) {
        this.list = list;
        for (Finding finding : Finding.of(list.purpose())) {
            LANGUAGES.forEach(language -> findings.put(words.apply(finding.messageKey(), language), finding));
        }
    }

    static String key(VisitList list, int line) {
        return list.number() + "-" + line;
    }

    Reading read(List<PlainRow> rows) {
        boolean ours = false;
        for (PlainRow row : rows) {
            Matcher key = KEY.matcher(row.cell(0).strip());
            if (key.matches()) {
                if (Integer.parseInt(key.group(1)) != list.number()) {
                    throw new Refusal("visits.other-list", key.group(1), list.number());
                }
                ours = true;
                take(row, Integer.parseInt(key.group(2)));
            }
        }
        if (!ours) {
            throw new Refusal("visits.no-list");
        }
        return new Reading(entries, unread);
    }

    /** A row in which nothing was filled in says nothing; a half-filled one is not understood. */
    private void take(PlainRow row, int line) {
        String day = row.cell(5).strip();
        String found = row.cell(6).strip();
        String remark = row.cell(7).strip();
        if (day.isEmpty() && found.isEmpty() && remark.isEmpty()) {
            return;
        }
        Optional<LocalDate> visitedOn = day(day);
        Finding finding = findings.get(found);
        if (visitedOn.isEmpty()
                || finding == null
                || line < 1
                || line > list.people()
                || remark.length() > MOST_WORDS) {
            unread.add(row.number());
        } else {
            entries.add(new VisitList.Entry(line, finding, visitedOn.get(), remark));
        }
    }

    private static Optional<LocalDate> day(String written) {
        Matcher serial = SERIAL.matcher(written);
        if (serial.matches()) {
            return Optional.of(SERIALS_COUNT_FROM.plusDays(Integer.parseInt(serial.group(1))));
        }
        Matcher day = DAY.matcher(written);
        try {
            return day.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
