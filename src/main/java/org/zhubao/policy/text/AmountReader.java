package org.zhubao.policy.text;

import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhubao.rules.Amount;
import org.zhubao.rules.Part;
import org.zhubao.rules.Premium;

/** Reads how much a standard pays, and of what. */
final class AmountReader {

    static final Map<String, RoundingMode> ROUNDINGS =
            Map.of("half-up", RoundingMode.HALF_UP, "down", RoundingMode.DOWN, "up", RoundingMode.UP);

    private static final List<String> KINDS = List.of("amount", "percent", "fixed", "person-pays");

    private final Premium premium;
    private final RoundingMode rounding;

    AmountReader(Premium premium, RoundingMode rounding) {
        this.premium = premium;
        this.rounding = rounding;
    }

    /** @return the parts, which add up; none for {@code nothing} */
    List<Part> parts(Item pays) {
        if (pays.isThere() && pays.items().size() == 1 && !pays.items().get(0).isMapping()) {
            String word = pays.text();
            if (word.equals("nothing")) {
                return List.of();
            }
            return List.of(new Part(whole(pays), Premium.CHOSEN, Set.of(), null));
        }
        return pays.items().stream().map(this::part).toList();
    }

    private Part part(Item item) {
        try (Fields fields = item.fields()) {
            Amount amount = amount(fields);
            Item tier = fields.optional("tier");
            Item base = fields.optional("base");
            return new Part(
                    amount,
                    tier.isThere() ? tier(tier) : Premium.CHOSEN,
                    components(fields.optional("components")),
                    base.isThere() ? base.money() : null);
        }
    }

    /** One of the kinds of amount, and whatever keeps it within limits. */
    Amount amount(Fields fields) {
        List<String> given = KINDS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            fields.at().problem("one-of-these-keys", String.join(", ", KINDS));
        }
        Amount amount =
                switch (given.isEmpty() ? "" : given.get(0)) {
                    case "percent" -> new Amount.Percent(fields.get("percent").percent(), rounding);
                    case "fixed" -> new Amount.Fixed(fields.get("fixed").money());
                    case "person-pays" -> new Amount.PersonPays(moneyOrPercent(fields.get("person-pays")));
                    default -> whole(fields.optional("amount"));
                };
        KINDS.forEach(fields::optional);
        Item floor = fields.optional("floor");
        Item cap = fields.optional("cap");
        Amount least = floor.isThere() ? moneyOrPercent(floor) : null;
        Amount most = cap.isThere() ? moneyOrPercent(cap) : null;
        return least == null && most == null ? amount : new Amount.Within(amount, least, most);
    }

    /** Yuan, or with {@code percent} a share of what the amount is of. */
    private Amount moneyOrPercent(Item item) {
        if (!item.isMapping() || item.isByYear()) {
            return new Amount.Fixed(item.money());
        }
        try (Fields fields = item.fields()) {
            return new Amount.Percent(fields.get("percent").percent(), rounding);
        }
    }

    private static Amount whole(Item word) {
        return word.isThere() ? word.oneOf(Map.of("full", new Amount.Full()), new Amount.Full()) : new Amount.Full();
    }

    /** A tier by name, {@code chosen} or {@code lowest}. */
    String tier(Item item) {
        String tier = item.text();
        if (!premium.tiers().contains(tier) && !tier.equals(Premium.CHOSEN) && !tier.equals(Premium.LOWEST)) {
            item.problem("not-one-of", tier, "chosen, lowest, " + String.join(", ", premium.tiers()));
        }
        return tier;
    }

    private Set<String> components(Item item) {
        Set<String> components = new HashSet<>();
        List<String> known =
                premium.components().stream().map(Premium.Component::code).toList();
        for (Item one : item.items()) {
            if (!known.contains(one.text())) {
                one.problem("not-one-of", one.text(), String.join(", ", known));
            }
            components.add(one.text());
        }
        return components;
    }
}
