package org.zhubao.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a standard pays.
 *
 * @param tier the tier whose premium is the base: {@link Premium#CHOSEN}, {@link Premium#LOWEST} or one by name
 * @param components the components of the premium that count; empty for all
 * @param base takes the place of a premium where the notice names an amount of its own, such as a past year's
 */
public record Part(Amount amount, String tier, Set<String> components, @Nullable Money base) {

    public Part {
        components = Set.copyOf(components);
    }

    /** What is left of the premium of the enrolment once this part is paid. */
    Rest payFrom(Rest rest, Premium premium, Situation situation) {
        return rest.after(amount.of(baseFor(premium, situation), rest.paid(components)), components);
    }

    /** What the words of the notice come to, whether or not the base allows it. */
    public Money stated(Premium premium, Situation situation) {
        return amount.stated(baseFor(premium, situation));
    }

    private Money baseFor(Premium premium, Situation situation) {
        return base != null ? base : baseFrom(premium, situation);
    }

    private Money baseFrom(Premium premium, Situation situation) {
        Premium.Row row = premium.row(premium.named(tier, situation), situation);
        return components.isEmpty() ? row.total() : row.of(components);
    }
}
