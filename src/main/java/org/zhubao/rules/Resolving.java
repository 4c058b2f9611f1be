package org.zhubao.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhubao.rules.Profiling.Assumption;
import org.zhubao.rules.Unknowns.Unknown;

/** Tells the unknown facts that matter from those that do not: by deciding with each value they may have. */
final class Resolving {

    /** Beyond so many ways in which unknown facts may turn out, a person must look anyway. */
    private static final int MOST_WAYS = 4096;

    private final Unknowns unknowns;
    private final Deciding deciding;

    Resolving(Unknowns unknowns, Deciding deciding) {
        this.unknowns = unknowns;
        this.deciding = deciding;
    }

    Determination determine(Assumption known) {
        List<Unknown> open = unknowns.of(known.facts());
        long ways = open.stream()
                .mapToLong(u -> u.completions().size())
                .reduce(1, (a, b) -> Math.min(a * b, MOST_WAYS + 1L));
        return ways > MOST_WAYS ? missing(open.stream().map(Unknown::name).toList(), known) : resolve(known, open);
    }

    private Determination resolve(Assumption known, List<Unknown> open) {
        if (open.isEmpty()) {
            return deciding.decide(known.facts(), known.assumed());
        }
        Unknown first = open.get(0);
        List<Unknown> rest = open.subList(1, open.size());
        List<Determination> results = first.completions().stream()
                .map(c -> resolve(new Assumption(c.apply(known.facts()), known.assumed()), rest))
                .toList();
        Determination one = results.get(0);
        if (results.stream().allMatch(one::sameResultAs)) {
            List<String> immaterial = new ArrayList<>(one.trace().immaterial());
            immaterial.add(first.name());
            return one.with(one.trace().withImmaterial(immaterial));
        }
        Set<String> material = new LinkedHashSet<>(List.of(first.name()));
        for (Determination result : results) {
            if (result instanceof NeedsReview review && review.reason() == Reason.FACT_UNKNOWN) {
                material.addAll(review.open());
            }
        }
        return missing(new ArrayList<>(material), known);
    }

    /** What is certified is shown; whether it counts may hang on what is missing. */
    private static NeedsReview missing(List<String> facts, Assumption known) {
        TraceBuilder trace = new TraceBuilder(known.assumed());
        known.facts()
                .held()
                .forEach(h -> trace.considered(
                        new Trace.Considered(h.identity(), false, Reason.FACT_UNKNOWN.code(), List.of())));
        return new NeedsReview(Reason.FACT_UNKNOWN, facts, trace.build());
    }
}
