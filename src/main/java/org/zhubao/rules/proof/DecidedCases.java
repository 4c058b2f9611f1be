package org.zhubao.rules.proof;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Finding;
import org.zhubao.rules.OverlapRule;
import org.zhubao.rules.Trace;

/** Cases in which one candidate prevails: whether anything says so, and whether a clause says the opposite. */
final class DecidedCases implements Check {

    private final Precedence precedence;

    DecidedCases(Precedence precedence) {
        this.precedence = precedence;
    }

    @Override
    public void look(Case person, Determination determination, Findings findings) {
        Trace trace = determination.trace();
        for (Trace.Displaced displaced : trace.displaced()) {
            if (displaced.byStandard().isEmpty()) {
                continue;
            }
            Trace.Candidate winner = candidate(trace, displaced.byIdentity(), displaced.byStandard());
            Trace.Candidate loser = candidate(trace, displaced.identity(), displaced.standard());
            if (displaced.basis().isEmpty() && winner.subsidyFen() > 0) {
                findings.add(finding(Finding.Kind.UNORDERED, person, winner, loser, List.of()));
            }
            Optional<OverlapRule> contradicting = precedence.contradicting(winner, loser, displaced.basis());
            contradicting.ifPresent(rule -> findings.add(finding(
                    Finding.Kind.CONFLICTING,
                    person,
                    winner,
                    loser,
                    Stream.concat(displaced.basis().stream(), rule.basis().stream())
                            .distinct()
                            .toList())));
        }
    }

    private static Finding finding(
            Finding.Kind kind, Case person, Trace.Candidate winner, Trace.Candidate loser, List<String> basis) {
        return new Finding(
                kind,
                Stream.of(winner, loser).map(Results::name).distinct().sorted().toList(),
                person.facts(),
                List.of(Results.of(winner), Results.of(loser)),
                basis,
                person.weight());
    }

    private static Trace.Candidate candidate(Trace trace, String identity, String standard) {
        return trace.candidates().stream()
                .filter(c -> c.identity().equals(identity) && c.standard().equals(standard))
                .findFirst()
                .orElseThrow();
    }
}
