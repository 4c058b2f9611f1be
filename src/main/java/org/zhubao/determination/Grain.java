package org.zhubao.determination;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Policy;

/**
 * How finely people are told apart: no finer than policies look, so that many share one decision.
 *
 * @param births the days between which birth dates are alike, sorted
 * @param recognitions the same for the day of recognition
 * @param payments the same for the day of payment; null where none of the policies looks at it
 * @param attributes of identities that make a difference
 * @param removalsUntil the last day on which removals count; null where each does, under one of the policies at least
 * @param bands whether such stretches of days are enough; else each day is one by itself
 */
record Grain(
        List<LocalDate> births,
        List<LocalDate> recognitions,
        @Nullable List<LocalDate> payments,
        List<String> attributes,
        @Nullable LocalDate removalsUntil,
        boolean bands) {

    /** As fine as the finest of these policies. */
    Grain(List<Policy> policies) {
        this(
                all(policies, Policy::birthDateBreaks),
                all(policies, Policy::recognisedOnBreaks),
                payments(policies),
                all(policies, Grain::attributes),
                removals(policies),
                policies.stream().allMatch(Policy::decidesByBands));
    }

    private static @Nullable List<LocalDate> payments(List<Policy> policies) {
        return policies.stream().anyMatch(Grain::asksForPayment)
                ? all(policies, policy -> policy.factBreaks().getOrDefault(PaymentDays.FACT, List.of()))
                : null;
    }

    static boolean asksForPayment(Policy policy) {
        return policy.factsUsed().contains(PaymentDays.FACT);
    }

    private static @Nullable LocalDate removals(List<Policy> policies) {
        List<LocalDate> days = policies.stream()
                .flatMap(policy -> Stream.ofNullable(policy.removals().until()))
                .sorted()
                .toList();
        return days.size() < policies.size() ? null : days.get(days.size() - 1);
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
