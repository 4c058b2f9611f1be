package org.zhubao.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What enrolment costs: one amount for each component, by tier and class of person.
 *
 * @param tiers empty when there is only one; then rows have the tier {@code ""}
 * @param rows the first that fits holds; for each tier the last is for everybody
 */
public record Premium(List<Component> components, List<String> tiers, List<Row> rows) {

    /** The fact that says which tier a person chose. */
    public static final String TIER = "tier";

    /** In place of a tier: the one the person chose. */
    public static final String CHOSEN = "chosen";

    /** In place of a tier: the one that costs this person least. */
    public static final String LOWEST = "lowest";

    public Premium {
        components = List.copyOf(components);
        tiers = List.copyOf(tiers);
        rows = List.copyOf(rows);
    }

    /** A part of the premium, such as the supplementary insurance. */
    public record Component(String code, String name) {}

    /** @param amounts one for each component */
    public record Row(String tier, Condition when, Map<String, Money> amounts, List<String> basis) {
        public Row {
            amounts = Map.copyOf(amounts);
            basis = List.copyOf(basis);
        }

        /** All components together. */
        public Money total() {
            return amounts.values().stream().reduce(Money.ZERO, Money::plus);
        }

        Money of(Set<String> components) {
            return components.stream().map(amounts::get).reduce(Money.ZERO, Money::plus);
        }
    }

    /** The tier meant by a name, by {@link #CHOSEN} or by {@link #LOWEST}. */
    public String named(String tier, Situation situation) {
        return switch (tier) {
            case CHOSEN -> chosenTier(situation);
            case LOWEST -> lowestTier(situation);
            default -> tier;
        };
    }

    /** The tier the person chose; the policy says what it is when they did not. */
    String chosenTier(Situation situation) {
        return tiers.isEmpty() ? "" : situation.facts().values().getOrDefault(TIER, tiers.get(0));
    }

    /** What this person pays in a tier: the first row that fits. */
    public Row row(String tier, Situation situation) {
        Situation person = situation.about(null);
        return rows.stream()
                .filter(r -> r.tier().equals(tier) && r.when().holdsIn(person))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no premium for tier '" + tier + "'"));
    }

    /** The whole of what this person pays in a tier, by component. */
    Rest whole(String tier, Situation situation) {
        Row row = row(tier, situation);
        Map<String, Money> amounts = new LinkedHashMap<>();
        components.forEach(c -> amounts.put(c.code(), row.amounts().get(c.code())));
        return Rest.ofWhole(amounts);
    }

    private String lowestTier(Situation situation) {
        return tiers.stream()
                .min((a, b) ->
                        row(a, situation).total().compareTo(row(b, situation).total()))
                .orElse("");
    }
}
