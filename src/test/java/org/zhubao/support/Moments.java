package org.zhubao.support;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Any moment of some work, from its beginning until a little after its end. */
public final class Moments {

    private static final int PERCENT_OF_DURATION = 110;

    private final Random random;
    private long millis = 1;

    public Moments(Random random) {
        this.random = random;
    }

    /** Does the work once to learn how long it takes. */
    public void measure(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    /** Learns from what came of a moment: the work is as long as machine and server happen to be slow. */
    public void learn(long moment, boolean over) {
        millis = over ? Math.min(millis, Math.max(1, moment)) : millis + millis / 10;
    }

    /** @return milliseconds after the beginning */
    public long any() {
        return random.nextLong(1 + millis * PERCENT_OF_DURATION / 100);
    }
}
