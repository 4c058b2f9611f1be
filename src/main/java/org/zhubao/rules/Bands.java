package org.zhubao.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The days on which decisions change, and between them bands of days that are all alike. */
final class Bands {

    private final TreeSet<LocalDate> breaks = new TreeSet<>();

    /** The day written so; null for anything that is none. */
    static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    Bands with(Window window) {
        window.breaks().forEach(breaks::add);
        return this;
    }

    List<LocalDate> breaks() {
        return List.copyOf(breaks);
    }

    boolean matter() {
        return !breaks.isEmpty();
    }

    /** The day that stands for the band of this one; null when days do not matter or this one is unknown. */
    @Nullable
    LocalDate standingFor(@Nullable LocalDate day) {
        if (day == null || breaks.isEmpty()) {
            return null;
        }
        LocalDate start = breaks.floor(day);
        return start == null ? beforeAll() : start;
    }

    /** One day of each band. */
    List<LocalDate> all() {
        List<LocalDate> days = new ArrayList<>();
        if (matter()) {
            days.add(beforeAll());
            days.addAll(breaks);
        }
        return days;
    }

    private LocalDate beforeAll() {
        return breaks.first().minusDays(1);
    }
}
