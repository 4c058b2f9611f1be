package org.zhubao.account.web;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Counts what each address asks for, from one full minute to the next. Each node counts for itself. */
class FixedWindow {

    static final Duration LENGTH = Duration.ofMinutes(1);

    private final int allowed;
    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long window;

    FixedWindow(int allowed, Clock clock) {
        this.allowed = allowed;
        this.clock = clock;
    }

    /** Counts one more, and says whether it is still within what is allowed. */
    synchronized boolean admits(String address) {
        long present = clock.instant().getEpochSecond() / LENGTH.toSeconds();
        if (present != window) {
            counts.clear();
            window = present;
        }
        return counts.merge(address, 1, Integer::sum) <= allowed;
    }
}
