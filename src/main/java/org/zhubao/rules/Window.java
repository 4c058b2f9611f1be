package org.zhubao.rules;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days, open at an end that is null.
 *
 * @param from the first day inside
 * @param before the first day no longer inside
 */
public record Window(@Nullable LocalDate from, @Nullable LocalDate before) {

    public static final Window ALWAYS = new Window(null, null);

    public Window {
        if (from != null && before != null && !from.isBefore(before)) {
            throw new IllegalArgumentException("no day from " + from + " to before " + before);
        }
    }

    /**
     * The birth dates of those who have, on the day given, an age in full years between the two bounds, both included.
     *
     * @param youngest null for no lower bound
     * @param oldest null for no upper bound
     */
    public static Window ofAge(LocalDate at, @Nullable Integer youngest, @Nullable Integer oldest) {
        return new Window(
                oldest == null ? null : at.minusYears(oldest + 1L).plusDays(1),
                youngest == null ? null : at.minusYears(youngest).plusDays(1));
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (before == null || day.isBefore(before));
    }

    /** The days on which being inside changes. */
    Stream<LocalDate> breaks() {
        return Stream.concat(Stream.ofNullable(from), Stream.ofNullable(before));
    }

    /** @return whether every day is inside, so that a date need not be known */
    public boolean isAlways() {
        return Objects.equals(this, ALWAYS);
    }
}
