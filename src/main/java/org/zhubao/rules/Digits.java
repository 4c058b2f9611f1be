package org.zhubao.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what a policy tells apart of one thing, from 0 to below {@link #size()}; 0 is unknown, or all the same to it.
 *
 * @param <T> what is numbered
 */
interface Digits<T> {

    int of(@Nullable T value);

    int size();

    /** Each of these values has a number of its own; any other is as good as none. */
    static Digits<String> ofValues(List<String> values) {
        String[] all = values.toArray(String[]::new);
        return new Digits<>() {
            @Override
            public int of(@Nullable String value) {
                for (int i = 0; i < all.length; i++) {
                    if (all[i].equals(value)) {
                        return i + 1;
                    }
                }
                return 0;
            }

            @Override
            public int size() {
                return all.length + 1;
            }
        };
    }

    /** Dates written {@code 2020-08-31}, by their band; anything else is unknown. */
    static Digits<String> ofDates(Bands bands) {
        Digits<LocalDate> days = ofBands(bands);
        return new Digits<>() {
            @Override
            public int of(@Nullable String value) {
                return days.of(Bands.day(value));
            }

            @Override
            public int size() {
                return days.size();
            }
        };
    }

    /** Days of one band have one number. */
    static Digits<LocalDate> ofBands(Bands bands) {
        long[] breaks = bands.breaks().stream().mapToLong(LocalDate::toEpochDay).toArray();
        return new Digits<>() {
            @Override
            public int of(@Nullable LocalDate day) {
                if (day == null || breaks.length == 0) {
                    return 0;
                }
                int place = Arrays.binarySearch(breaks, day.toEpochDay());
                return place < 0 ? -place : place + 2;
            }

            @Override
            public int size() {
                return breaks.length == 0 ? 1 : breaks.length + 2;
            }
        };
    }
}
