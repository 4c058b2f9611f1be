package org.zhubao.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a standard pays.
 *
 * @param tier the tier whose premium is the base: {@link #CHOSEN}, {@link #LOWEST} or one by name
 * @param components the components of the premium that count; empty for all
 * @param base takes the place of a premium where the notice names an amount of its own, such as a past year's
 */
public record Part(Amount amount, String tier, Set<String> components, @Nullable Money base) {

    public static final String CHOSEN = "chosen";
    public static final String LOWEST = "lowest";

    public Part {
        components = Set.copyOf(components);
    }

    Money pays(Premium premium, Situation situation) {
        return amount.of(base != null ? base : baseFrom(premium, situation));
    }

    private Money baseFrom(Premium premium, Situation situation) {
        String named =
                switch (tier) {
                    case CHOSEN -> premium.chosenTier(situation);
                    case LOWEST -> premium.lowestTier(situation);
                    default -> tier;
                };
        Premium.Row row = premium.row(named, situation);
        return components.isEmpty() ? row.total() : row.of(components);
    }
}
