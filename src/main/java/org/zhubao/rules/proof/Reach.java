package org.zhubao.rules.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhubao.rules.Clause;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Finding;
import org.zhubao.rules.OverlapRule;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Ruling;
import org.zhubao.rules.Standard;
import org.zhubao.rules.Trace;

/** Which standards are ever paid, and which overlap rules ever displace anything. */
final class Reach implements Check {

    private final Set<String> standards = new HashSet<>();
    private final Set<List<String>> displacing = new HashSet<>();

    @Override
    public void look(Case person, Determination determination, Findings findings) {
        Trace trace = determination.trace();
        trace.paid().forEach(c -> standards.add(c.standard()));
        trace.displaced().forEach(d -> displacing.add(d.basis()));
    }

    void addAll(Reach other) {
        standards.addAll(other.standards);
        displacing.addAll(other.displacing);
    }

    /** What of the policy was never reached, or is cited by nothing. */
    Findings missing(Policy policy) {
        Findings missing = new Findings();
        policy.standards().stream().filter(s -> !standards.contains(s.id())).forEach(s -> missing.add(unreachable(s)));
        policy.provisions().overlap().rules().stream()
                .map(OverlapRule::basis)
                .filter(basis -> !displacing.contains(basis))
                .forEach(basis -> missing.add(Finding.ofText(Finding.Kind.UNREACHABLE, basis, basis)));
        Set<String> cited = policy.provisions().citations().collect(Collectors.toSet());
        Stream.concat(
                        policy.clauses().stream().map(Clause::id),
                        policy.rulings().stream().map(Ruling::id))
                .filter(id -> !cited.contains(id))
                .forEach(id -> missing.add(Finding.ofText(Finding.Kind.UNREACHABLE, List.of(id), List.of(id))));
        return missing;
    }

    private static Finding unreachable(Standard standard) {
        return Finding.ofText(Finding.Kind.UNREACHABLE, List.of(standard.id()), standard.basis());
    }
}
