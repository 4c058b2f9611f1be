package org.zhubao.rules.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Condition.RecognisedBy;
import org.zhubao.rules.Coverage.Dimension;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;

/**
 * Every way in which persons differ as far as a policy looks: one day for each band of days, each value of each fact and
 * attribute. The commonest comes first, so that examples are of ordinary people.
 */
final class Variety {

    private static final int COMMON_AGE = 40;

    private final Policy policy;

    Variety(Policy policy) {
        this.policy = policy;
    }

    /** Persons who hold nothing, one for each combination of birth band and facts. */
    List<Facts> persons() {
        List<Facts> persons = new ArrayList<>();
        for (Map<String, String> values : combinations(factValues())) {
            births().forEach(day -> persons.add(new Facts(day, List.of(), values)));
        }
        return persons;
    }

    /** One identity with each combination of its attributes and band of recognition. */
    List<Held> states(Identity identity) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        identity.attributes().stream()
                .filter(a -> policy.attributesUsed(identity.code()).contains(a.code()))
                .forEach(a -> values.put(a.code(), commonFirst(a, a.values())));
        policy.comparisons(identity.code()).stream()
                .map(RecognisedBy::attribute)
                .sorted()
                .forEach(c -> values.put(c, List.of(RecognisedBy.YES, RecognisedBy.NO)));
        List<Held> states = new ArrayList<>();
        for (Map<String, String> attributes : combinations(values)) {
            oneOfEachBand(policy.recognisedOnBreaks(identity.code()))
                    .forEach(day -> states.add(new Held(identity.code(), attributes, day)));
        }
        return states;
    }

    List<Dimension> dimensions() {
        List<Dimension> dimensions = new ArrayList<>();
        if (births().size() > 1) {
            dimensions.add(new Dimension("birth-date", births().size()));
        }
        factValues().forEach((fact, values) -> dimensions.add(new Dimension(fact, values.size())));
        policy.identities()
                .forEach(i ->
                        dimensions.add(new Dimension(i.code(), 1 + states(i).size())));
        return dimensions;
    }

    private List<@Nullable LocalDate> births() {
        LocalDate common = LocalDate.of(policy.benefitYear() - COMMON_AGE, 1, 1);
        List<LocalDate> breaks = policy.birthDateBreaks();
        LocalDate band = breaks.stream()
                .filter(day -> !day.isAfter(common))
                .reduce((earlier, later) -> later)
                .orElse(LocalDate.MIN);
        List<@Nullable LocalDate> births = oneOfEachBand(breaks);
        births.sort(Comparator.comparing(day -> !band.equals(day)));
        return births;
    }

    private Map<String, List<String>> factValues() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (FactSpec spec : policy.facts()) {
            List<LocalDate> days = policy.factBreaks().getOrDefault(spec.code(), List.of());
            if (policy.factsUsed().contains(spec.code()) && !(spec.isDate() && days.isEmpty())) {
                List<String> all = spec.isDate()
                        ? oneOfEachBand(days).stream().map(String::valueOf).toList()
                        : spec.values();
                values.put(spec.code(), commonFirst(spec, all));
            }
        }
        policy.birthComparisons().forEach(c -> values.put(c, List.of(RecognisedBy.NO, RecognisedBy.YES)));
        return values;
    }

    private static List<String> commonFirst(FactSpec spec, List<String> values) {
        return values.stream()
                .sorted(Comparator.comparing(v -> !v.equals(spec.whenAbsent())))
                .toList();
    }

    private static List<@Nullable LocalDate> oneOfEachBand(List<LocalDate> breaks) {
        List<@Nullable LocalDate> days = new ArrayList<>();
        days.add(breaks.isEmpty() ? null : breaks.get(0).minusDays(1));
        days.addAll(breaks);
        return days;
    }

    private static List<Map<String, String>> combinations(Map<String, List<String>> values) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, List<String>> dimension : values.entrySet()) {
            List<Map<String, String>> more = new ArrayList<>();
            for (String value : dimension.getValue()) {
                for (Map<String, String> known : all) {
                    Map<String, String> one = new HashMap<>(known);
                    one.put(dimension.getKey(), value);
                    more.add(one);
                }
            }
            all = more;
        }
        return all;
    }
}
