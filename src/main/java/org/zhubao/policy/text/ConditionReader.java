package org.zhubao.policy.text;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Condition;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Window;

/** Reads conditions. Several keys under one another must all be met. */
final class ConditionReader {

    private final Names names;

    ConditionReader(Names names) {
        this.names = names;
    }

    /**
     * A condition that uses a value nobody has filled in is met by everybody, so that it passes over nobody: what hangs
     * on it is pending, and goes to review.
     *
     * @param about the identities that may be in question; empty when it is the person as such
     */
    Condition read(Item item, List<String> about) {
        if (!item.isThere()) {
            return Condition.always();
        }
        Condition condition = condition(item, about);
        return item.pendingValues().isEmpty() ? condition : Condition.always();
    }

    private Condition condition(Item item, List<String> about) {
        List<Condition> all = new ArrayList<>();
        try (Fields fields = item.fields()) {
            if (fields.has("all")) {
                all.add(new Condition.All(each(fields.get("all"), about)));
            }
            if (fields.has("any")) {
                all.add(new Condition.Any(each(fields.get("any"), about)));
            }
            if (fields.has("not")) {
                all.add(new Condition.Not(condition(fields.get("not"), about)));
            }
            if (fields.has("age")) {
                all.add(age(fields.get("age")));
            }
            if (fields.has("born")) {
                all.add(new Condition.Born(window(fields.get("born"))));
            }
            if (fields.has("fact")) {
                fields.get("fact").fields().each((name, value) -> all.add(fact(name, value)));
            }
            if (fields.has("holds")) {
                all.add(holds(fields.get("holds")));
            }
            if (fields.has("attribute")) {
                fields.get("attribute").fields().each((name, value) -> all.add(attribute(name, value, about)));
            }
            if (fields.has("recognised")) {
                if (about.isEmpty()) {
                    fields.get("recognised").problem("no-identity-in-question");
                }
                all.add(recognised(fields.get("recognised")));
            }
        }
        if (all.isEmpty()) {
            item.problem("condition-empty");
        }
        return all.size() == 1 ? all.get(0) : new Condition.All(all);
    }

    private List<Condition> each(Item list, List<String> about) {
        return list.items().stream().map(i -> condition(i, about)).toList();
    }

    private Condition recognised(Item item) {
        try (Fields fields = item.fields()) {
            Condition compared = recognisedBy(fields);
            return compared == null ? new Condition.Recognised(window(fields)) : compared;
        }
    }

    /** Recognised no later than a date of the person's own; null when the text does not say so. */
    @Nullable
    Condition recognisedBy(Fields fields) {
        boolean wholeMonth = fields.has("by-month-of");
        Item by = fields.optional(wholeMonth ? "by-month-of" : "by");
        if (!by.isThere()) {
            return null;
        }
        FactSpec date = names.facts().get(by.text());
        if (date == null || !date.isDate()) {
            by.problem("no-such-fact", by.text(), String.join(", ", names.dates()));
            return null;
        }
        return new Condition.RecognisedBy(by.text(), wholeMonth);
    }

    /** Of a day, or of a date of the person's own. */
    private Condition age(Item item) {
        try (Fields fields = item.fields()) {
            Item on = fields.get("on");
            boolean ofThePerson = on.isOneOf(names.dates());
            LocalDate day = ofThePerson ? LocalDate.EPOCH : on.date();
            Integer from = wholeNumber(fields.optional("from"));
            Integer to = wholeNumber(fields.optional("to"));
            if (from == null && to == null) {
                item.problem("bound-missing");
            }
            if (from != null && to != null && from > to) {
                crossed(item);
                return Condition.always();
            }
            return ofThePerson
                    ? new Condition.AgeOn(on.text(), from, to)
                    : new Condition.Born(Window.ofAge(day, from, to));
        }
    }

    private static @Nullable Integer wholeNumber(Item item) {
        return item.isThere() ? item.wholeNumber() : null;
    }

    /** Days from … to …, both included. */
    static Window window(Item item) {
        try (Fields fields = item.fields()) {
            return window(fields);
        }
    }

    static Window window(Fields fields) {
        Item first = fields.optional("from");
        Item last = fields.optional("to");
        LocalDate from = first.isThere() ? first.date() : null;
        LocalDate before = last.isThere() ? last.date().plusDays(1) : null;
        if (from == null && before == null) {
            fields.at().problem("bound-missing");
        }
        if (from != null && before != null && !from.isBefore(before)) {
            crossed(fields.at());
            return Window.ALWAYS;
        }
        return new Window(from, before);
    }

    private static void crossed(Item item) {
        if (item.pendingValues().isEmpty()) {
            item.problem("bounds-crossed");
        }
    }

    private Condition fact(String name, Item value) {
        FactSpec spec = names.facts().get(name);
        if (spec == null) {
            value.problem("no-such-fact", name, String.join(", ", names.facts().keySet()));
            return Condition.always();
        }
        return spec.isDate() ? date(name, value) : new Condition.FactIs(name, values(spec, value));
    }

    private static Condition date(String name, Item item) {
        try (Fields fields = item.fields()) {
            return fields.has("after-birth")
                    ? new Condition.SinceBirth(name, afterBirth(fields.get("after-birth")))
                    : new Condition.FactWithin(name, window(fields));
        }
    }

    private static Period afterBirth(Item item) {
        try (Fields fields = item.fields()) {
            List<String> given =
                    List.of("days", "months").stream().filter(fields::has).toList();
            if (given.size() != 1) {
                item.problem("one-of-these-keys", "days, months");
            }
            Integer days = wholeNumber(fields.optional("days"));
            Integer months = wholeNumber(fields.optional("months"));
            return Period.of(0, months == null ? 0 : months, days == null ? 0 : days);
        }
    }

    private static Set<String> values(FactSpec spec, Item item) {
        Set<String> values = new HashSet<>();
        for (Item one : item.items()) {
            String value = one.text();
            if (!spec.values().contains(value)) {
                one.problem("not-one-of", value, String.join(", ", spec.values()));
            }
            values.add(value);
        }
        return values;
    }

    private Condition holds(Item item) {
        if (!item.isMapping()) {
            return new Condition.Holds(Set.copyOf(names.identities(item)), Map.of());
        }
        try (Fields fields = item.fields()) {
            List<String> identities = names.identities(fields.get("identity"));
            Map<String, Set<String>> attributes = new LinkedHashMap<>();
            Item with = fields.get("attribute");
            if (with.isThere()) {
                with.fields().each((name, value) -> attributes.put(name, attributeValues(name, value, identities)));
            }
            return new Condition.Holds(Set.copyOf(identities), attributes);
        }
    }

    private Condition attribute(String name, Item value, List<String> about) {
        if (about.isEmpty()) {
            value.problem("no-identity-in-question");
        }
        return new Condition.AttributeIs(name, attributeValues(name, value, about));
    }

    private Set<String> attributeValues(String name, Item value, List<String> identities) {
        Set<String> values = new HashSet<>();
        for (String identity : identities) {
            FactSpec spec = names.attributesOf(identity).get(name);
            if (spec == null) {
                value.problem("no-such-attribute", name, identity);
            } else {
                values.addAll(values(spec, value));
            }
        }
        return values;
    }
}
