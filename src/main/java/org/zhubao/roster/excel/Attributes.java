package org.zhubao.roster.excel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhubao.roster.Column;
import org.zhubao.roster.RosterExpectation;

/** What a row says beyond person and identity, as the codes that rules use; see {@code CheckedRow}. */
final class Attributes {

    private final Places places;
    private final Header header;
    private final boolean dates1904;

    Attributes(RosterExpectation expected, Header header, boolean dates1904) {
        this.places = new Places(expected);
        this.header = header;
        this.dates1904 = dates1904;
    }

    Map<String, String> of(SheetRow row, Disability disability) {
        Map<String, String> attributes = new HashMap<>();
        put(attributes, "category", Optional.ofNullable(disability.category()));
        put(attributes, "grade", Optional.ofNullable(disability.grade()));
        put(attributes, "certificate", Vocabulary.CERTIFICATE.codeOf(value(row, Column.CERTIFICATE_STATUS)));
        put(attributes, "school", Optional.of(value(row, Column.SCHOOL)));
        put(attributes, "class", Optional.of(value(row, Column.CLASS)));
        put(attributes, "household-number", household(row));
        put(attributes, "moved-from", Optional.of(places.codeOrName(value(row, Column.MOVED_FROM))));
        put(attributes, "moved-to", Optional.of(places.codeOrName(value(row, Column.MOVED_TO))));
        put(attributes, "moved-on", date(row, Column.MOVED_ON));
        put(attributes, "ended-on", date(row, Column.ENDED_ON));
        put(attributes, "refused-because", Optional.of(value(row, Column.REFUSED_BECAUSE)));
        return attributes;
    }

    /** By the number that the office gave it, or else by its certificate, or else by its head. */
    private Optional<String> household(SheetRow row) {
        return Stream.of(Column.HOUSEHOLD_NUMBER, Column.HOUSEHOLD_CERTIFICATE, Column.HOUSEHOLD_HEAD)
                .map(column -> value(row, column))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private Optional<String> date(SheetRow row, Column column) {
        return WrittenDate.beginning(header.cell(row, column), dates1904).map(LocalDate::toString);
    }

    private String value(SheetRow row, Column column) {
        return header.cell(row, column).value();
    }

    private static void put(Map<String, String> attributes, String key, Optional<String> value) {
        value.filter(v -> !v.isEmpty()).ifPresent(v -> attributes.put(key, v));
    }
}
