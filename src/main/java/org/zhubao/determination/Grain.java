package org.zhubao.determination;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.zhubao.rules.Policy;

/**
 * How finely people are told apart: no finer than policies look, so that many share one decision.
 *
 * @param births the days between which birth dates are alike, sorted
 * @param recognitions the same for the day of recognition
 * @param attributes of identities that make a difference
 * @param bands whether such stretches of days are enough; else each day is one by itself
 */
record Grain(List<LocalDate> births, List<LocalDate> recognitions, List<String> attributes, boolean bands) {

    /** As fine as the finest of these policies. */
    Grain(List<Policy> policies) {
        this(
                all(policies, Policy::birthDateBreaks),
                all(policies, Policy::recognisedOnBreaks),
                all(policies, Grain::attributes),
                policies.stream().allMatch(Policy::decidesByBands));
    }

    private static Collection<String> attributes(Policy policy) {
        return policy.identities().stream()
                .flatMap(identity -> policy.attributesUsed(identity.code()).stream())
                .toList();
    }

    private static <T> List<T> all(List<Policy> policies, Function<Policy, Collection<T>> part) {
        return policies.stream()
                .flatMap(policy -> part.apply(policy).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
