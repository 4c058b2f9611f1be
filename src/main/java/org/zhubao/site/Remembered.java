package org.zhubao.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Figures that are dear to count and never change for one key. The oldest are forgotten. */
public final class Remembered<K, V> {

    private static final int MOST = 500;

    private final Map<K, FutureTask<V>> figures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, FutureTask<V>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Whoever asks first counts, in the caller's thread and transaction; who asks for the same meanwhile waits, and nobody
     * for another county's figures.
     */
    public V of(K key, Function<K, V> count) {
        FutureTask<V> counting;
        synchronized (figures) {
            counting = figures.computeIfAbsent(key, k -> new FutureTask<>(() -> count.apply(k)));
        }
        // Does nothing where somebody else has begun
        counting.run();
        try {
            return counting.get();
        } catch (ExecutionException e) {
            synchronized (figures) {
                figures.remove(key, counting);
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
