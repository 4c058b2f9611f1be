package org.zhubao.rules.proof;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhubao.rules.Clause;
import org.zhubao.rules.Entitlement;
import org.zhubao.rules.Money;
import org.zhubao.rules.OverlapRule;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Trace;

/** What the overlap rules say of two candidates, each rule by itself. */
final class Precedence {

    private final Policy policy;
    private final List<OverlapRule> rules;
    private final Set<String> clauses;

    Precedence(Policy policy) {
        this.policy = policy;
        this.rules = policy.provisions().overlap().rules();
        this.clauses = policy.clauses().stream().map(Clause::id).collect(Collectors.toUnmodifiableSet());
    }

    boolean isDecided(Trace.Candidate one, Trace.Candidate other) {
        return rules.stream().anyMatch(r -> says(r, one, other) != 0);
    }

    /**
     * A clause that names the two as closely as the one that decides, and says the opposite, where nothing but clauses
     * decides. A closer one goes before a more general one, and comparing amounts is no opposite of naming somebody:
     * of such rules the first simply holds.
     */
    Optional<OverlapRule> contradicting(Trace.Candidate winner, Trace.Candidate loser, List<String> basis) {
        if (basis.isEmpty() || !clauses.containsAll(basis)) {
            return Optional.empty();
        }
        OptionalInt closeness = rules.stream()
                .filter(r -> says(r, winner, loser) != 0)
                .findFirst()
                .map(r -> r.closeness(entitlement(winner), entitlement(loser)))
                .orElse(OptionalInt.empty());
        return rules.stream()
                .filter(r -> closeness.isPresent()
                        && clauses.containsAll(r.basis())
                        && says(r, winner, loser) < 0
                        && r.closeness(entitlement(winner), entitlement(loser)).equals(closeness))
                .findFirst();
    }

    private int says(OverlapRule rule, Trace.Candidate one, Trace.Candidate other) {
        return rule.decide(entitlement(one), entitlement(other));
    }

    private Entitlement entitlement(Trace.Candidate candidate) {
        return Entitlement.paying(
                Money.ofFen(candidate.subsidyFen()),
                policy.standard(candidate.standard()).orElseThrow(),
                policy.identity(candidate.identity()).orElse(null));
    }
}
