package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhubao.rules.Overlap;
import org.zhubao.rules.OverlapRule;
import org.zhubao.rules.Selector;

/** Reads what happens when several standards would pay. */
final class OverlapReader {

    private final Names names;
    private final Set<String> standards;

    OverlapReader(Names names, List<String> standards) {
        this.names = names;
        this.standards = new LinkedHashSet<>(standards);
    }

    Overlap read(Item section) {
        if (!section.isThere()) {
            return new Overlap(List.of(), List.of(standards), List.of());
        }
        try (Fields fields = section.fields()) {
            List<OverlapRule> rules =
                    fields.optional("rules").items().stream().map(this::rule).toList();
            Item addsUp = fields.optional("adds-up");
            return addsUp.isThere() ? adding(rules, addsUp) : new Overlap(rules, List.of(standards), List.of());
        }
    }

    private Overlap adding(List<OverlapRule> rules, Item item) {
        try (Fields fields = item.fields()) {
            List<Set<String>> levels = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Item level : fields.get("levels").items()) {
                List<String> ofLevel = names.standards(level);
                ofLevel.stream().filter(s -> !seen.add(s)).forEach(s -> level.problem("standard-on-two-levels", s));
                levels.add(new LinkedHashSet<>(ofLevel));
            }
            standards.stream().filter(s -> !seen.contains(s)).forEach(s -> item.problem("standard-on-no-level", s));
            return new Overlap(rules, levels, names.basis(fields));
        }
    }

    private OverlapRule rule(Item item) {
        try (Fields fields = item.fields()) {
            List<String> basis = names.basis(fields);
            Selector except = selector(fields.optional("except"));
            if (fields.has("prefer")) {
                return new OverlapRule.Precedence(
                        selector(fields.get("prefer")), selector(fields.get("over")), except, basis);
            }
            if (fields.has("order")) {
                List<Item> order = fields.get("order").items();
                return new OverlapRule.Order(order.stream().map(this::selector).toList(), except, basis);
            }
            if (!fields.has("highest")) {
                item.problem("one-of-these-keys", "prefer, order, highest");
            }
            Selector among = selector(fields.optional("highest"));
            Item against = fields.optional("against");
            return new OverlapRule.Highest(among, against.isThere() ? selector(against) : Selector.ANY, except, basis);
        }
    }

    /** {@code any}, identities, standards, or all that a department certifies. */
    private Selector selector(Item item) {
        if (!item.isThere()) {
            return Selector.NONE;
        }
        if (item.isMapping()) {
            try (Fields fields = item.fields()) {
                return new Selector(
                        false,
                        Set.of(),
                        fields.get("certifier").items().stream()
                                .map(Names::department)
                                .collect(Collectors.toUnmodifiableSet()));
            }
        }
        if (item.items().size() == 1 && item.texts().equals(List.of("any"))) {
            return Selector.ANY;
        }
        return new Selector(false, Set.copyOf(names.identitiesOrStandards(item)), Set.of());
    }
}
