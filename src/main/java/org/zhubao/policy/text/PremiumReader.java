package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhubao.rules.Condition;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Money;
import org.zhubao.rules.Premium;

/** Reads what enrolment costs. */
final class PremiumReader {

    private final Names names;
    private final ConditionReader conditions;

    PremiumReader(Names names, ConditionReader conditions) {
        this.names = names;
        this.conditions = conditions;
    }

    Premium read(Item section) {
        try (Fields fields = section.fields()) {
            List<String> tiers = fields.optional("tiers").texts();
            List<Premium.Component> components = new ArrayList<>();
            Item parts = fields.get("components");
            if (parts.isThere()) {
                parts.fields().each((code, name) -> components.add(new Premium.Component(code, name.text())));
            }
            Item rates = fields.get("rates");
            List<Premium.Row> rows =
                    rates.items().stream().map(r -> row(r, tiers, components)).toList();
            checkTiers(section, tiers, rows);
            return new Premium(components, tiers, rows);
        }
    }

    private Premium.Row row(Item item, List<String> tiers, List<Premium.Component> components) {
        try (Fields fields = item.fields()) {
            String tier = tiers.isEmpty() ? "" : fields.get("tier").text();
            if (!tiers.isEmpty() && !tiers.contains(tier)) {
                fields.optional("tier").problem("not-one-of", tier, String.join(", ", tiers));
            }
            Map<String, Money> amounts = new LinkedHashMap<>();
            try (Fields given = fields.get("amounts").fields()) {
                components.forEach(
                        c -> amounts.put(c.code(), given.get(c.code()).money()));
            }
            return new Premium.Row(
                    tier, conditions.read(fields.optional("when"), List.of()), amounts, names.basisAndPending(fields));
        }
    }

    /** For every tier there is an amount for everybody, and the text says which tier holds when nobody chose. */
    private void checkTiers(Item section, List<String> tiers, List<Premium.Row> rows) {
        for (String tier : tiers.isEmpty() ? List.of("") : tiers) {
            boolean forEverybody = rows.stream()
                    .anyMatch(r -> r.tier().equals(tier) && r.when().equals(Condition.always()));
            if (!forEverybody) {
                section.problem("premium-not-for-everybody", tier);
            }
        }
        FactSpec chosen = names.facts().get(Premium.TIER);
        if (!tiers.isEmpty() && (chosen == null || !chosen.values().equals(tiers))) {
            section.problem("tier-fact-missing", String.join(", ", tiers));
        }
    }
}
