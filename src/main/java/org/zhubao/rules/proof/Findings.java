package org.zhubao.rules.proof;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhubao.rules.Finding;

/** Collects findings; equal ones become one, with the simplest example and the cases of all. */
final class Findings {

    private final Map<Pattern, Finding> found = new LinkedHashMap<>();

    private record Pattern(Finding.Kind kind, List<String> about, boolean sameAmount) {}

    void add(Finding finding) {
        found.merge(
                new Pattern(finding.kind(), finding.about(), finding.sameAmount()), finding, Findings::simplerOfBoth);
    }

    void addAll(Findings others) {
        others.found.values().forEach(this::add);
    }

    boolean isAbout(String id) {
        return found.keySet().stream().anyMatch(p -> p.about.contains(id));
    }

    /** By number of the kind, those about the fewest identities first. */
    List<Finding> inOrder() {
        return found.values().stream()
                .sorted(Comparator.comparing(Finding::kind)
                        .thenComparing(f -> f.about().size()))
                .toList();
    }

    private static Finding simplerOfBoth(Finding known, Finding other) {
        Finding simpler = identities(other) < identities(known) ? other : known;
        return simpler.with(Sums.plus(known.cases(), other.cases()));
    }

    private static int identities(Finding finding) {
        return finding.example() == null ? 0 : finding.example().held().size();
    }
}
