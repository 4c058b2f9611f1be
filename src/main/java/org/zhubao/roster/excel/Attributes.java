package org.zhubao.roster.excel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhubao.roster.Column;
import org.zhubao.roster.RosterExpectation;

/** What a row says beyond person and identity, as the codes that rules use; see {@code CheckedRow}. */
final class Attributes {

    private static final List<Column> HOUSEHOLDS =
            List.of(Column.HOUSEHOLD_NUMBER, Column.HOUSEHOLD_CERTIFICATE, Column.HOUSEHOLD_HEAD);

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
        put(attributes, "category", disability.category());
        put(attributes, "grade", disability.grade());
        put(
                attributes,
                "certificate",
                Vocabulary.CERTIFICATE
                        .codeOf(value(row, Column.CERTIFICATE_STATUS))
                        .orElse(null));
        put(attributes, "school", value(row, Column.SCHOOL));
        put(attributes, "class", value(row, Column.CLASS));
        put(attributes, "household-number", household(row));
        put(attributes, "moved-from", places.codeOrName(value(row, Column.MOVED_FROM)));
        put(attributes, "moved-to", places.codeOrName(value(row, Column.MOVED_TO)));
        put(attributes, "moved-on", date(row, Column.MOVED_ON));
        put(attributes, "ended-on", date(row, Column.ENDED_ON));
        put(attributes, "refused-because", value(row, Column.REFUSED_BECAUSE));
        return attributes;
    }

    /** By the number that the office gave it, or else by its certificate, or else by its head. */
    private String household(SheetRow row) {
        for (Column column : HOUSEHOLDS) {
            String value = value(row, column);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private @Nullable String date(SheetRow row, Column column) {
        return WrittenDate.beginning(header.cell(row, column), dates1904)
                .map(LocalDate::toString)
                .orElse(null);
    }

    private String value(SheetRow row, Column column) {
        return header.cell(row, column).value();
    }

    private static void put(Map<String, String> attributes, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            attributes.put(key, value);
        }
    }
}
