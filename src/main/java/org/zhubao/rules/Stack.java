package org.zhubao.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up what is paid, level after level, and chooses one candidate on each. */
final class Stack {

    private final Overlap overlap;
    private final Pricing pricing;
    private final Situation counted;
    private final TraceBuilder trace;
    private final List<Entitlement> paid = new ArrayList<>();
    private List<Entitlement> undecided = List.of();

    Stack(Overlap overlap, Pricing pricing, Situation counted, TraceBuilder trace) {
        this.overlap = overlap;
        this.pricing = pricing;
        this.counted = counted;
        this.trace = trace;
    }

    /** @return false when two different outcomes stand and nothing is between them */
    boolean settle() {
        @Nullable Rest left = null;
        for (Set<String> level : overlap.levels()) {
            List<Entitlement> candidates = pricing.entitlements(level, counted, left);
            candidates.forEach(c -> trace.candidate(c));
            if (left != null && left.total().isZero()) {
                candidates.forEach(c -> trace.displaced(c, null, overlap.levelBasis()));
            } else if (!candidates.isEmpty()) {
                Optional<Entitlement> chosen = overlap.choose(candidates);
                if (chosen.isEmpty() || isAmbiguous(chosen.get(), candidates, level)) {
                    undecided = overlap.undefeated(candidates);
                    return false;
                }
                pay(chosen.get(), candidates);
                left = chosen.get().left();
            }
        }
        if (paid.size() > 1) {
            trace.decidedBy(overlap.levelBasis());
        }
        return true;
    }

    private void pay(Entitlement chosen, List<Entitlement> candidates) {
        paid.add(chosen);
        trace.paid(chosen);
        for (Entitlement other : candidates) {
            if (other != chosen) {
                List<String> basis =
                        overlap.between(chosen, other).map(OverlapRule::basis).orElse(List.of());
                trace.displaced(other, chosen, basis);
            }
        }
    }

    /** Whether another that pays the same leaves other components to the levels that follow, and nothing is between. */
    private boolean isAmbiguous(Entitlement chosen, List<Entitlement> candidates, Set<String> level) {
        boolean isLast = level == overlap.levels().get(overlap.levels().size() - 1);
        return !isLast
                && candidates.stream()
                        .anyMatch(o -> !o.left().equals(chosen.left())
                                && overlap.between(chosen, o).isEmpty());
    }

    List<Entitlement> paid() {
        return paid;
    }

    /** The standards between which nothing decides, each with its identity. */
    List<String> undecided() {
        return undecided.stream()
                .map(e -> e.identityCode() + "/" + e.standard().id())
                .toList();
    }
}
