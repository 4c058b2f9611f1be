package org.zhubao.support;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at the heap fifty times a second and remembers the most that was in use, garbage included. */
public final class HeapWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 20;

    private final AtomicLong peak = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    public HeapWatch() {
        watch.scheduleAtFixedRate(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        peak.accumulateAndGet(used, Math::max);
    }

    /** The peak since the last question, in mebibytes. */
    public long peak() {
        return peak.getAndSet(0) >> 20;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
