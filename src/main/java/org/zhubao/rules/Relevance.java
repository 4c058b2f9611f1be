package org.zhubao.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhubao.rules.Condition.AttributeIs;
import org.zhubao.rules.Condition.BirthCompared;
import org.zhubao.rules.Condition.Born;
import org.zhubao.rules.Condition.FactIs;
import org.zhubao.rules.Condition.FactWithin;
import org.zhubao.rules.Condition.Holds;
import org.zhubao.rules.Condition.Recognised;
import org.zhubao.rules.Condition.RecognisedBy;

/** What a policy looks at: which facts and attributes, and on which days something changes. */
final class Relevance {

    private final Bands births = new Bands();
    private final Map<String, Bands> facts = new LinkedHashMap<>();
    private final Map<String, Bands> recognitions = new LinkedHashMap<>();
    private final Map<String, Set<String>> attributes = new LinkedHashMap<>();
    private final Map<String, Set<RecognisedBy>> comparisons = new LinkedHashMap<>();
    private final Set<BirthCompared> birthCompared = new LinkedHashSet<>();

    Relevance(Provisions provisions) {
        for (Identity identity : provisions.identities()) {
            recognitions.put(
                    identity.code(), new Bands().with(identity.recognised().window()));
            attributes.put(identity.code(), new LinkedHashSet<>());
            comparisons.put(identity.code(), new LinkedHashSet<>());
        }
        if (!provisions.premium().tiers().isEmpty()) {
            facts.put(Premium.TIER, new Bands());
        }
        provisions.exclusions().forEach(e -> note(e.when(), List.of()));
        provisions.premium().rows().forEach(r -> note(r.when(), List.of()));
        for (Identity identity : provisions.identities()) {
            note(identity.meets(), List.of(identity.code()));
            identity.exclusions().forEach(e -> note(e.when(), List.of(identity.code())));
        }
        for (Standard standard : provisions.standards()) {
            conditions(standard).forEach(c -> note(c, standard.identities()));
        }
    }

    private static Stream<Condition> conditions(Standard standard) {
        Stream<Condition> ofFunds = standard.funds() == null
                ? Stream.of()
                : standard.funds().steps().stream().map(FundSplit.Step::when);
        return Stream.concat(Stream.of(standard.when()), ofFunds);
    }

    /** @param about the identities that may be in question */
    private void note(Condition condition, List<String> about) {
        condition.parts().forEach(part -> {
            if (part instanceof Born born) {
                births.with(born.window());
            } else if (part instanceof FactIs fact) {
                facts.computeIfAbsent(fact.fact(), f -> new Bands());
            } else if (part instanceof FactWithin fact) {
                facts.computeIfAbsent(fact.fact(), f -> new Bands()).with(fact.window());
            } else if (part instanceof Holds holds) {
                holds.identities()
                        .forEach(
                                i -> attributes.get(i).addAll(holds.attributes().keySet()));
            } else if (part instanceof AttributeIs attribute) {
                about.forEach(i -> attributes.get(i).add(attribute.attribute()));
            } else if (part instanceof Recognised recognised) {
                about.forEach(i -> recognitions.get(i).with(recognised.window()));
            } else if (part instanceof RecognisedBy comparison) {
                about.forEach(i -> comparisons.get(i).add(comparison));
            } else if (part instanceof BirthCompared comparison) {
                birthCompared.add(comparison);
            }
        });
    }

    Bands births() {
        return births;
    }

    Set<String> facts() {
        return facts.keySet();
    }

    Bands days(String fact) {
        return facts.get(fact);
    }

    Bands recognitions(String identity) {
        return recognitions.get(identity);
    }

    Set<String> attributes(String identity) {
        return attributes.get(identity);
    }

    /** The comparisons of its date of recognition with a date of the person's own. */
    Set<RecognisedBy> comparisons(String identity) {
        return comparisons.get(identity);
    }

    /** The comparisons of a date of the person's own with the birth date. */
    Set<BirthCompared> birthCompared() {
        return birthCompared;
    }

    /** Those conditions look at, and those only compared with a date of recognition. */
    Set<String> factsUsed() {
        Set<String> used = new LinkedHashSet<>(facts.keySet());
        comparisons.values().forEach(all -> all.forEach(c -> used.add(c.fact())));
        birthCompared.forEach(c -> used.add(c.fact()));
        return used;
    }

    boolean comparesDates() {
        return !birthCompared.isEmpty() || comparisons.values().stream().anyMatch(c -> !c.isEmpty());
    }

    List<LocalDate> recognitionBreaks() {
        TreeSet<LocalDate> all = new TreeSet<>();
        recognitions.values().forEach(b -> all.addAll(b.breaks()));
        return new ArrayList<>(all);
    }
}
