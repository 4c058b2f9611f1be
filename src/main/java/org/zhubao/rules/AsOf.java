package org.zhubao.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an identity must have been recognised to count.
 *
 * @param undatedCounts whether one without a date is taken to be in time
 * @param basis of taking it so
 */
public record AsOf(Window window, boolean undatedCounts, List<String> basis) {

    public static final AsOf ANY_TIME = new AsOf(Window.ALWAYS, false, List.of());

    public AsOf {
        basis = List.copyOf(basis);
    }

    /** Whether one recognised on that day, or on no known day, is in time. */
    public boolean includes(@Nullable LocalDate day) {
        return window.isAlways() || (day == null ? undatedCounts : window.contains(day));
    }
}
