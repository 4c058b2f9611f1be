package org.zhubao.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of several candidates is paid.
 *
 * @param rules of two candidates, the first rule that says anything decides
 * @param levels standards that are added up, level after level, until the premium is reached; within a level the rules
 *     choose one. A policy that never adds up has one level with every standard.
 * @param levelBasis what the adding up rests on
 */
public record Overlap(List<OverlapRule> rules, List<Set<String>> levels, List<String> levelBasis) {

    public Overlap {
        rules = List.copyOf(rules);
        levels = levels.stream().map(Set::copyOf).toList();
        levelBasis = List.copyOf(levelBasis);
    }

    /** The rule that decides between two candidates, if any does. */
    Optional<OverlapRule> between(Entitlement one, Entitlement other) {
        return rules.stream().filter(r -> r.decide(one, other) != 0).findFirst();
    }

    /**
     * @param candidates of one level, never empty
     * @return the candidate that prevails over every other or pays the same; none when text and rulings leave two
     *     different outcomes
     */
    Optional<Entitlement> choose(List<Entitlement> candidates) {
        return candidates.stream()
                .filter(c -> candidates.stream().allMatch(o -> o == c || stands(c, o)))
                .findFirst();
    }

    private boolean stands(Entitlement one, Entitlement other) {
        return between(one, other).map(r -> r.decide(one, other) > 0).orElseGet(() -> one.paysTheSameAs(other));
    }

    /** The candidates nothing prevails over: more than one, and different, where the text is silent. */
    List<Entitlement> undefeated(List<Entitlement> candidates) {
        List<Entitlement> standing = new ArrayList<>(candidates);
        standing.removeIf(c -> candidates.stream()
                .anyMatch(o -> between(o, c).map(r -> r.decide(o, c) > 0).orElse(false)));
        return standing.isEmpty() ? candidates : standing;
    }
}
