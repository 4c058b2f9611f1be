package org.zhubao.rules;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps determinations by the number of their profile: equal profiles have equal determinations, so one will do. A
 * county has a few hundred profiles; what finds no place is worked out each time.
 */
final class Remembering {

    /** Few enough to stay in a processor's nearest memory. */
    private static final int PLACES = 1 << 12;

    /** Past so many places taken in a row a number is not looked for. */
    private static final int MOST_STEPS = 16;

    /** Spreads numbers that differ in few bits over all places. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final ProfileKeys keys;
    private final Function<Facts, Determination> decide;
    private final AtomicReferenceArray<@Nullable Known> places;

    Remembering(ProfileKeys keys, Function<Facts, Determination> decide) {
        this(keys, decide, PLACES);
    }

    /** @param places how many there are, a power of two */
    Remembering(ProfileKeys keys, Function<Facts, Determination> decide, int places) {
        this.keys = keys;
        this.decide = decide;
        this.places = new AtomicReferenceArray<>(places);
    }

    private record Known(long key, Determination determination) {}

    Determination determine(Facts facts) {
        long key = keys.of(facts);
        if (key == ProfileKeys.NONE) {
            return decide.apply(facts);
        }
        int first = (int) (key * SPREAD >>> 32);
        for (int step = 0; step < MOST_STEPS; step++) {
            int place = first + step & places.length() - 1;
            Known known = places.get(place);
            if (known == null) {
                return keep(place, key, decide.apply(facts));
            }
            if (known.key == key) {
                return known.determination;
            }
        }
        return decide.apply(facts);
    }

    /** Another thread may have taken the place; then it is worked out again next time. */
    private Determination keep(int place, long key, Determination determination) {
        places.compareAndSet(place, null, new Known(key, determination));
        return determination;
    }
}
