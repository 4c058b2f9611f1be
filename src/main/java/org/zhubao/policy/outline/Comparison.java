package org.zhubao.policy.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two texts construct by construct. Layout and comments are no difference. What has a name is compared by its
 * name; items of a list are compared by what they say, and those left over in the order of the list.
 */
public final class Comparison {

    /** Of these the first that fits decides, so that the order is part of what they say. */
    private static final Set<String> ORDERED = Set.of("overlap.rules", "premium.rates", "excluded");

    private Comparison() {}

    /** In the order of the newer text; what only the older one has comes last in its section. */
    public static List<Difference> of(Outline older, Outline newer) {
        Map<String, List<Construct>> before = bySection(older);
        Map<String, List<Construct>> after = bySection(newer);
        Set<String> sections = new LinkedHashSet<>(after.keySet());
        sections.addAll(before.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String section : sections) {
            differences.addAll(
                    ofSection(before.getOrDefault(section, List.of()), after.getOrDefault(section, List.of())));
        }
        return differences;
    }

    private static Map<String, List<Construct>> bySection(Outline outline) {
        Map<String, List<Construct>> sections = new LinkedHashMap<>();
        outline.constructs().forEach(c -> sections.computeIfAbsent(c.section(), s -> new ArrayList<>())
                .add(c));
        return sections;
    }

    private static List<Difference> ofSection(List<Construct> before, List<Construct> after) {
        List<Construct> left = new ArrayList<>(before);
        List<Construct> unmatched = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        int last = -1;
        for (Construct now : after) {
            Optional<Construct> then = counterpart(now, left);
            if (then.isEmpty()) {
                unmatched.add(now);
                continue;
            }
            left.remove(then.get());
            int place = before.indexOf(then.get());
            boolean isMoved = ORDERED.contains(now.section()) && place < last;
            last = Math.max(last, place);
            if (isMoved || !now.meaning().equals(then.get().meaning())) {
                differences.add(new Difference(then.get(), now));
            }
        }
        for (Construct now : unmatched) {
            boolean pairs = now.name().isEmpty() && !left.isEmpty();
            differences.add(new Difference(pairs ? left.remove(0) : null, now));
        }
        left.forEach(then -> differences.add(new Difference(then, null)));
        return differences;
    }

    private static Optional<Construct> counterpart(Construct now, List<Construct> left) {
        return left.stream()
                .filter(then -> now.name().isEmpty()
                        ? then.meaning().equals(now.meaning())
                        : then.name().equals(now.name()))
                .findFirst();
    }
}
