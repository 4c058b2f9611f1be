package org.zhubao.rules.proof;

import java.util.List;
import org.zhubao.rules.Coverage;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;

/** Proves one policy: decides every case it can tell apart and hands each decision to the checks. */
public final class Proving {

    /** Where the policy tells more cases apart than this, which stand for many more combinations, a proof takes minutes. */
    private static final long MOST_CASES = 10_000_000;

    /** So many are held at once however many cases that makes: clauses that speak of more are not known. */
    private static final int FEWEST_AT_ONCE = 4;

    private final Policy policy;
    private final Precedence precedence;
    private final Population population;
    private final long mostCases;

    public Proving(Policy policy) {
        this(policy, MOST_CASES);
    }

    /** @param mostCases how many to decide; where there are more, fewer identities are held at once */
    Proving(Policy policy, long mostCases) {
        this.policy = policy;
        this.precedence = new Precedence(policy);
        this.population = new Population(policy);
        this.mostCases = mostCases;
    }

    public Proof prove() {
        List<Background> backgrounds = population.backgrounds();
        int atOnce = atOnce(backgrounds);
        List<Part> parts =
                backgrounds.parallelStream().map(b -> prove(b, atOnce)).toList();
        Findings findings = new Findings();
        Reach reach = new Reach();
        long combinations = 0;
        long decided = 0;
        for (Part part : parts) {
            findings.addAll(part.findings);
            reach.addAll(part.reach);
            combinations = Sums.plus(combinations, part.combinations);
            decided += part.decided;
        }
        findings.addAll(reach.missing(policy));
        addPending(findings);
        return new Proof(
                new Coverage(policy.identities().size(), atOnce, population.dimensions(), combinations, decided),
                findings.inOrder());
    }

    /** What is pending though no case rests on it, such as a day of the calendar. */
    private void addPending(Findings findings) {
        policy.provisions().pending().stream()
                .filter(id -> !findings.isAbout(id))
                .sorted()
                .forEach(id -> findings.add(
                        policy.clause(id).isPresent()
                                ? Finding.ofText(Finding.Kind.CLAUSE_CHANGED, List.of(id), List.of(id))
                                : Finding.ofText(Finding.Kind.VALUE_OPEN, List.of(id), List.of())));
    }

    /** Findings of this one person; whoever holds one identity fewer is looked at first, as in a whole proof. */
    public List<Finding> showingIn(Facts person) {
        List<Check> checks =
                List.of(new OpenCases(precedence), new DecidedCases(precedence), new OneIdentityMore(policy));
        Case whole = new Case(person, 1);
        Findings findings = new Findings();
        person.held().forEach(held -> look(checks, new Case(whole.without(held), 1), new Findings()));
        look(checks, whole, findings);
        look(List.of(new Amounts(policy)), whole, findings);
        return findings.inOrder();
    }

    private void look(List<Check> checks, Case person, Findings findings) {
        Determination determination = policy.determine(person.facts());
        checks.forEach(check -> check.look(person, determination, findings));
    }

    private int atOnce(List<Background> backgrounds) {
        int atOnce = policy.identities().size();
        while (atOnce > FEWEST_AT_ONCE && cases(backgrounds, atOnce) > mostCases) {
            atOnce--;
        }
        return atOnce;
    }

    private static long cases(List<Background> backgrounds, int atOnce) {
        return backgrounds.stream().mapToLong(b -> b.cases(atOnce)).reduce(0, Sums::plus);
    }

    private Part prove(Background background, int atOnce) {
        Part part = new Part();
        List<Check> checks = List.of(
                new OpenCases(precedence),
                new DecidedCases(precedence),
                new OneIdentityMore(policy),
                new Amounts(policy),
                part.reach);
        background.forEach(atOnce, person -> {
            Determination determination = policy.determine(policy.profile(person.facts()));
            checks.forEach(check -> check.look(person, determination, part.findings));
            part.combinations = Sums.plus(part.combinations, person.weight());
            part.decided++;
        });
        return part;
    }

    /** What came of one background. */
    private static final class Part {
        private final Findings findings = new Findings();
        private final Reach reach = new Reach();
        private long combinations;
        private long decided;
    }
}
