package org.zhubao.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down the way to a determination while it is being walked. */
final class TraceBuilder {

    private final List<Trace.Considered> identities = new ArrayList<>();
    private final List<Trace.Candidate> candidates = new ArrayList<>();
    private final List<Trace.Displaced> displaced = new ArrayList<>();
    private final List<Trace.Candidate> paid = new ArrayList<>();
    private final Set<String> decidedBy = new LinkedHashSet<>();
    private final List<Trace.Assumed> assumed;

    TraceBuilder(List<Trace.Assumed> assumed) {
        this.assumed = assumed;
    }

    void considered(Trace.Considered identity) {
        identities.add(identity);
    }

    void candidate(Entitlement candidate) {
        candidates.add(candidate.traced());
    }

    void paid(Entitlement winner) {
        paid.add(winner.traced());
        decidedBy(winner.basis());
    }

    /** @param winner null when the premium was used up before */
    void displaced(Entitlement loser, @Nullable Entitlement winner, List<String> basis) {
        displaced.add(new Trace.Displaced(
                loser.identityCode(),
                loser.standard().id(),
                winner == null ? "" : winner.identityCode(),
                winner == null ? "" : winner.standard().id(),
                basis));
        decidedBy(basis);
    }

    void decidedBy(List<String> basis) {
        decidedBy.addAll(basis);
    }

    Trace build() {
        return new Trace(identities, candidates, displaced, paid, assumed, List.of(), new ArrayList<>(decidedBy));
    }
}
