package org.zhubao.rules;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps outcomes from resting on what cannot be relied upon: a value nobody has filled in, or a clause whose words no
 * longer stand in the notice. Whoever is concerned goes to review; everybody else is decided as ever.
 */
final class Suspending {

    private static final String VALUE = "$";

    private final Provisions provisions;

    Suspending(Provisions provisions) {
        this.provisions = provisions;
    }

    Determination suspend(Determination determination, Situation person) {
        if (provisions.pending().isEmpty()) {
            return determination;
        }
        Trace trace = determination.trace();
        List<String> open = Stream.of(trace.basis(), ofFunds(trace), ofPremium(person))
                .flatMap(Function.identity())
                .filter(provisions.pending()::contains)
                .distinct()
                .sorted()
                .toList();
        if (open.isEmpty()) {
            return determination;
        }
        boolean value = open.get(0).startsWith(VALUE);
        return new NeedsReview(value ? Reason.VALUE_OPEN : Reason.CLAUSE_CHANGED, open, trace);
    }

    private Stream<String> ofFunds(Trace trace) {
        List<String> paying = trace.candidates().stream()
                .flatMap(c -> c.shares().stream())
                .map(Trace.FundFen::fund)
                .toList();
        return provisions.funds().stream()
                .filter(f -> paying.contains(f.code()))
                .flatMap(f -> f.basis().stream());
    }

    private Stream<String> ofPremium(Situation person) {
        return provisions.premium().rows().stream()
                .filter(r -> r.when().holdsIn(person))
                .flatMap(r -> r.basis().stream());
    }
}
