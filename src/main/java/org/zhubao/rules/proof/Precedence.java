package org.zhubao.rules.proof;

import java.util.List;
import java.util.Optional;
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

    /** A clause by which the loser would have won, where nothing but clauses made the winner win. */
    Optional<OverlapRule> contradicting(Trace.Candidate winner, Trace.Candidate loser, List<String> basis) {
        return !basis.isEmpty() && clauses.containsAll(basis)
                ? rules.stream()
                        .filter(r -> clauses.containsAll(r.basis()) && says(r, winner, loser) < 0)
                        .findFirst()
                : Optional.empty();
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
