package org.zhubao.determination;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Condition.RecognisedBy;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;

/**
 * How finely people are told apart: no finer than policies look, so that many share one decision.
 *
 * @param births the days between which birth dates are alike, sorted
 * @param recognitions the same for the day of recognition
 * @param payments the same for the day of payment; null where none of the policies looks at it
 * @param attributes of identities that make a difference
 * @param identities whose removal may come too late to count
 * @param removals the last days on which removals count, sorted; none where each does, under all of the policies
 * @param removalsDiffer whether what comes too late under one of the policies counts under another
 * @param compared the identities of which the database says whether they were recognised by the day of payment, by
 *     comparison; none where each day is one by itself
 * @param bands whether such stretches of days are enough; else each day is one by itself
 */
record Grain(
        List<LocalDate> births,
        List<LocalDate> recognitions,
        @Nullable List<LocalDate> payments,
        List<String> attributes,
        List<String> identities,
        List<LocalDate> removals,
        boolean removalsDiffer,
        Map<RecognisedBy, List<String>> compared,
        boolean bands) {

    /** As fine as the finest of these policies. */
    Grain(List<Policy> policies) {
        this(
                all(policies, Policy::birthDateBreaks),
                all(policies, Grain::recognitions),
                payments(policies),
                all(policies, Grain::attributes),
                all(policies, Grain::identities),
                all(policies, Grain::removals),
                policies.stream()
                                .map(policy -> policy.removals().until())
                                .distinct()
                                .count()
                        > 1,
                bandsAreEnough(policies) ? compared(policies) : Map.of(),
                bandsAreEnough(policies));
    }

    private static boolean bandsAreEnough(List<Policy> policies) {
        return policies.stream()
                .allMatch(policy -> policy.decidesByBands()
                        || policy.birthComparisons().isEmpty()
                                && policy.identities().stream().allMatch(i -> isAlwaysAnswered(policy, i)));
    }

    /** Whether its recognition is compared with nothing but the day of payment, and the text says what no day means. */
    private static boolean isAlwaysAnswered(Policy policy, Identity identity) {
        return policy.comparisons(identity.code()).stream()
                .allMatch(comparison -> comparison.fact().equals(PaymentDays.FACT)
                        && identity.recognised().undatedCounts()
                        && unpaid(policy).isPresent());
    }

    /** The day on which who has not paid is taken to pay. */
    private static Optional<LocalDate> unpaid(Policy policy) {
        return policy.fact(PaymentDays.FACT).map(FactSpec::whenAbsent).map(LocalDate::parse);
    }

    private static Stream<Map.Entry<RecognisedBy, String>> comparisons(Policy policy) {
        return policy.identities().stream().flatMap(identity -> policy.comparisons(identity.code()).stream()
                .map(comparison -> Map.entry(comparison, identity.code())));
    }

    private static Map<RecognisedBy, List<String>> compared(List<Policy> policies) {
        return policies.stream()
                .flatMap(Grain::comparisons)
                .distinct()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        () -> new TreeMap<>(Comparator.comparing(RecognisedBy::attribute)),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** With the first day that is too late for who has not paid, of whom no payment can tell. */
    private static Collection<LocalDate> recognitions(Policy policy) {
        Stream<LocalDate> tooLate = comparisons(policy)
                .flatMap(compared -> unpaid(policy).map(compared.getKey()::lastInTimeFor).stream())
                .map(last -> last.plusDays(1));
        return Stream.concat(policy.recognisedOnBreaks().stream(), tooLate).toList();
    }

    private static @Nullable List<LocalDate> payments(List<Policy> policies) {
        return policies.stream().anyMatch(Grain::asksForPayment)
                ? all(policies, policy -> policy.factBreaks().getOrDefault(PaymentDays.FACT, List.of()))
                : null;
    }

    static boolean asksForPayment(Policy policy) {
        return policy.factsUsed().contains(PaymentDays.FACT);
    }

    private static Collection<String> identities(Policy policy) {
        return policy.identities().stream().map(Identity::code).toList();
    }

    private static Collection<LocalDate> removals(Policy policy) {
        return Stream.ofNullable(policy.removals().until()).toList();
    }

    /**
     * Whether a claim counts under a policy that its department has ended.
     *
     * @param passed how many of the last days for removals had passed by then
     */
    boolean countsOn(Policy policy, int passed) {
        return policy.removals().until() != null
                && removals.indexOf(policy.removals().until()) < passed;
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
