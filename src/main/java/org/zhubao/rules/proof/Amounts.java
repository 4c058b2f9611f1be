package org.zhubao.rules.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Amount;
import org.zhubao.rules.Bound;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Finding;
import org.zhubao.rules.FundSplit;
import org.zhubao.rules.Held;
import org.zhubao.rules.Money;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Premium;
import org.zhubao.rules.Situation;
import org.zhubao.rules.Standard;
import org.zhubao.rules.Trace;

/** Whether what a candidate states fits the premium, the limits set from above and its own shares. */
final class Amounts implements Check {

    private final Policy policy;
    private final Set<Trace.Candidate> seen = new HashSet<>();

    Amounts(Policy policy) {
        this.policy = policy;
    }

    @Override
    public void look(Case person, Determination determination, Findings findings) {
        determination.trace().candidates().stream()
                .filter(seen::add)
                .forEach(c -> look(c, situation(person, determination.trace(), c), person, findings));
    }

    private static Situation situation(Case person, Trace trace, Trace.Candidate candidate) {
        List<String> counted = trace.identities().stream()
                .filter(Trace.Considered::counts)
                .map(Trace.Considered::identity)
                .toList();
        List<Held> held = person.facts().held().stream()
                .filter(h -> counted.contains(h.identity()))
                .toList();
        @Nullable
        Held inQuestion = held.stream()
                .filter(h -> h.identity().equals(candidate.identity()))
                .findFirst()
                .orElse(null);
        return new Situation(person.facts(), held, inQuestion);
    }

    private void look(Trace.Candidate candidate, Situation situation, Case person, Findings findings) {
        Standard standard = policy.standard(candidate.standard()).orElseThrow();
        Premium rates = policy.provisions().premium();
        Money premium =
                rates.row(rates.named(standard.tier(), situation), situation).total();
        if (premium.isZero()) {
            return;
        }
        Money stated =
                standard.parts().stream().map(p -> p.stated(rates, situation)).reduce(Money.ZERO, Money::plus);
        if (stated.isNegative() || stated.compareTo(premium) > 0) {
            findings.add(finding(Finding.Kind.ABOVE_PREMIUM, candidate, person, standard.basis()));
        }
        Money subsidy = Money.ofFen(candidate.subsidyFen());
        FundSplit funds = standard.funds();
        if (funds != null
                && !subsidy.isZero()
                && funds.stated(subsidy, premium, situation).compareTo(subsidy) > 0) {
            findings.add(finding(Finding.Kind.SHARES_TOO_MANY, candidate, person, standard.basis()));
        }
        Money paid = stated.min(premium);
        policy.provisions().bounds().stream()
                .filter(b -> b.standards().contains(standard.id()) && isBroken(b, paid, premium))
                .forEach(b -> findings.add(finding(Finding.Kind.BOUND_BROKEN, candidate, person, b.basis())));
    }

    private static boolean isBroken(Bound bound, Money paid, Money premium) {
        Amount least = bound.atLeast();
        Amount most = bound.atMost();
        return least != null && paid.compareTo(least.of(premium)) < 0
                || most != null && paid.compareTo(most.of(premium)) > 0;
    }

    private static Finding finding(Finding.Kind kind, Trace.Candidate candidate, Case person, List<String> basis) {
        return new Finding(
                kind,
                List.of(candidate.standard()),
                person.facts(),
                List.of(Results.of(candidate)),
                basis,
                person.weight());
    }
}
