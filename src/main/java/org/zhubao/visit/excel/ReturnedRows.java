package org.zhubao.visit.excel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhubao.roster.PlainSheetReading.PlainRow;
import org.zhubao.site.Refusal;
import org.zhubao.visit.Finding;
import org.zhubao.visit.Unread;
import org.zhubao.visit.Unread.Reason;
import org.zhubao.visit.VisitList;
import org.zhubao.visit.VisitSheets.Reading;

/**
 * Reads the rows of a returned workbook by their key, the number of the list and of the line. Columns are known by their
 * headings, because whoever fills a list in deletes what they do not need.
 */
final class ReturnedRows {

    private static final Pattern KEY = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(\\.0*)?");
    private static final LocalDate SERIALS_COUNT_FROM = LocalDate.of(1899, 12, 30);
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final int MOST_WORDS = 500;

    private final VisitList list;
    private final BiFunction<String, Locale, String> words;
    private final LocalDate today;
    private final Map<Integer, VisitList.Line> lines = new HashMap<>();
    private final Map<String, Finding> findings = new HashMap<>();
    private final Map<Integer, VisitList.Entry> entries = new LinkedHashMap<>();
    private Columns columns = new Columns(0, 1, 5, 6, 7);
    private final List<Unread> unread = new ArrayList<>();

    /** Where a column stands, from 0; -1 where it has been deleted. */
    private record Columns(int key, int name, int visitedOn, int finding, int remark) {

        static String cell(PlainRow row, int column) {
            return column < 0 ? "" : row.cell(column).strip();
        }

        boolean isFilledIn(PlainRow row) {
            return !cell(row, visitedOn).isEmpty() || !cell(row, finding).isEmpty();
        }
    }

    /** @param words the message of a key in a language */
    ReturnedRows(
            VisitList list, List<VisitList.Line> lines, LocalDate today, BiFunction<String, Locale, String> words) {
        this.list = list;
        this.today = today;
        this.words = words;
        lines.forEach(line -> this.lines.put(line.line(), line));
        for (Finding finding : Finding.of(list.purpose())) {
            LANGUAGES.forEach(language -> findings.put(words.apply(finding.messageKey(), language), finding));
        }
    }

    static String key(VisitList list, int line) {
        return list.number() + "-" + line;
    }

    /** Whoever was added below the list has no key: their row is named, as is one that says otherwise of a line than before. */
    Reading read(List<PlainRow> rows) {
        boolean ours = false;
        for (PlainRow row : rows) {
            LANGUAGES.forEach(language -> lookForHeadings(row, language));
            Matcher key = KEY.matcher(Columns.cell(row, columns.key()));
            if (key.matches()) {
                if (Integer.parseInt(key.group(1)) != list.number()) {
                    throw new Refusal("visits.other-list", key.group(1), list.number());
                }
                ours = true;
                take(row, Integer.parseInt(key.group(2)));
            } else if (ours && columns.isFilledIn(row)) {
                unread.add(new Unread(row.number(), Reason.NOT_ON_THE_LIST));
            }
        }
        if (!ours) {
            throw new Refusal("visits.no-list");
        }
        return new Reading(List.copyOf(entries.values()), unread);
    }

    /** Where neither day nor finding has the heading it was sent with, somebody has written other ones. */
    private void lookForHeadings(PlainRow row, Locale language) {
        List<String> cells = row.cells().stream().map(String::strip).toList();
        int key = cells.indexOf(words.apply("visits.column.key", language));
        int name = cells.indexOf(words.apply("visits.column.name", language));
        int visitedOn = cells.indexOf(words.apply("visits.column.visited-on", language));
        int finding = cells.indexOf(words.apply("visits.column.finding", language));
        if (key >= 0 && Math.max(visitedOn, finding) >= 0) {
            int remark = cells.indexOf(words.apply("visits.column.remark", language));
            columns = new Columns(key, name, visitedOn, finding, remark);
        }
    }

    /** A row in which nothing was filled in says nothing; one without a finding is named. */
    private void take(PlainRow row, int number) {
        String day = Columns.cell(row, columns.visitedOn());
        String found = Columns.cell(row, columns.finding());
        String remark = Columns.cell(row, columns.remark());
        if (day.isEmpty() && found.isEmpty() && remark.isEmpty()) {
            return;
        }
        VisitList.Line line = lines.get(number);
        Finding finding = findings.get(found);
        Optional<LocalDate> visitedOn = day.isEmpty() ? Optional.of(day(line, finding, remark)) : day(day);
        Optional<Reason> refused = refused(line, Columns.cell(row, columns.name()), found, visitedOn, remark);
        if (refused.isPresent()) {
            unread.add(new Unread(row.number(), refused.get()));
            return;
        }
        VisitList.Entry entry = new VisitList.Entry(number, finding, visitedOn.get(), remark);
        if (!entries.computeIfAbsent(number, first -> entry).equals(entry)) {
            unread.add(new Unread(row.number(), Reason.SAID_OTHERWISE));
        }
    }

    private Optional<Reason> refused(
            VisitList.@Nullable Line line, String name, String found, Optional<LocalDate> visitedOn, String remark) {
        if (line == null) {
            return Optional.of(Reason.NOT_ON_THE_LIST);
        } else if (!name.isEmpty() && !name.equals(line.name())) {
            return Optional.of(Reason.OTHER_NAME);
        } else if (found.isEmpty()) {
            return Optional.of(Reason.NO_FINDING);
        } else if (!findings.containsKey(found)) {
            return Optional.of(Reason.UNKNOWN_FINDING);
        } else if (visitedOn.isEmpty()) {
            return Optional.of(Reason.NO_SUCH_DAY);
        } else if (visitedOn.get().isAfter(today)) {
            return Optional.of(Reason.DAY_TO_COME);
        }
        return remark.length() > MOST_WORDS ? Optional.of(Reason.LONG_REMARK) : Optional.empty();
    }

    /** The day of whoever names none: the same workbook says nothing new tomorrow. */
    private LocalDate day(VisitList.@Nullable Line line, @Nullable Finding finding, String remark) {
        boolean saidBefore = line != null
                && line.visitedOn() != null
                && line.finding() == finding
                && line.remark().equals(remark);
        return saidBefore ? line.visitedOn() : today;
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
