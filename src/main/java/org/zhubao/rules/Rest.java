package org.zhubao.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is left of one person's premium while it is being paid, each component by itself.
 *
 * @param whole the premium, by component, in the order in which the policy declares them
 * @param left what nobody has paid yet, by component
 */
record Rest(Map<String, Money> whole, Map<String, Money> left) {

    Rest {
        whole = Collections.unmodifiableMap(new LinkedHashMap<>(whole));
        left = Collections.unmodifiableMap(new LinkedHashMap<>(left));
    }

    static Rest ofWhole(Map<String, Money> premium) {
        return new Rest(premium, premium);
    }

    Money total() {
        return left.values().stream().reduce(Money.ZERO, Money::plus);
    }

    /** What has been paid of these components; of all when none is named. */
    Money paid(Set<String> components) {
        Money paid = Money.ZERO;
        for (Map.Entry<String, Money> component : whole.entrySet()) {
            if (isMeant(component.getKey(), components)) {
                paid = paid.plus(component.getValue().minus(left.get(component.getKey())));
            }
        }
        return paid;
    }

    /**
     * What is left once an amount has been paid of these components, or of all when none is named: the component
     * declared first is paid first, and none with more than is left of it.
     */
    Rest after(Money amount, Set<String> components) {
        Map<String, Money> after = new LinkedHashMap<>(left);
        Money open = amount;
        for (String component : whole.keySet()) {
            if (isMeant(component, components)) {
                Money taken = open.min(left.get(component));
                after.put(component, left.get(component).minus(taken));
                open = open.minus(taken);
            }
        }
        return new Rest(whole, after);
    }

    private static boolean isMeant(String component, Set<String> components) {
        return components.isEmpty() || components.contains(component);
    }
}
