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
        @Nullable Money left = null;
        for (Set<String> level : overlap.levels()) {
            List<Entitlement> candidates = pricing.entitlements(level, counted, left);
            candidates.forEach(c -> trace.candidate(c));
            if (left != null && left.isZero()) {
                candidates.forEach(c -> trace.displaced(c, null, overlap.levelBasis()));
            } else if (!candidates.isEmpty()) {
                Optional<Entitlement> chosen = overlap.choose(candidates);
                if (chosen.isEmpty()) {
                    undecided = overlap.undefeated(candidates);
                    return false;
                }
                left = pay(chosen.get(), candidates, left);
            }
        }
        if (paid.size() > 1) {
            trace.decidedBy(overlap.levelBasis());
        }
        return true;
    }

    private Money pay(Entitlement chosen, List<Entitlement> candidates, @Nullable Money left) {
        paid.add(chosen);
        trace.paid(chosen);
        for (Entitlement other : candidates) {
            if (other != chosen) {
                List<String> basis =
                        overlap.between(chosen, other).map(OverlapRule::basis).orElse(List.of());
                trace.displaced(other, chosen, basis);
            }
        }
        return (left == null ? chosen.premium() : left).minus(chosen.subsidy());
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
