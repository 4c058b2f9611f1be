package org.zhubao.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Figures that are dear to count and never change for one key. The oldest are forgotten. */
final class Remembered<K, V> {

    private static final int MOST = 500;

    private final Map<K, V> figures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    };

    /** Counts outside the lock, so that nobody waits for another county's figures. */
    V of(K key, Function<K, V> count) {
        synchronized (figures) {
            V known = figures.get(key);
            if (known != null) {
                return known;
            }
        }
        V counted = count.apply(key);
        synchronized (figures) {
            figures.put(key, counted);
        }
        return counted;
    }
}
