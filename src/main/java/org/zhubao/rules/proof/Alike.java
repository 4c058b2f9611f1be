package org.zhubao.rules.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Several of a kind that a policy cannot tell apart.
 *
 * @param one that stands for all
 * @param size how many they are
 */
record Alike<T>(T one, long size) {

    /** Puts together what has the same signature; the first of each stands for the others. */
    static <T> List<Alike<T>> group(List<T> all, Function<T, ?> signature) {
        Map<Object, Alike<T>> groups = new LinkedHashMap<>();
        all.forEach(t -> groups.merge(
                signature.apply(t), new Alike<>(t, 1), (known, more) -> new Alike<>(known.one, known.size + 1)));
        return List.copyOf(groups.values());
    }
}
