package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhubao.division.Department;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Identity;

/** The names a text declares, so that every reference can be checked where it stands. */
final class Names {

    private final Set<String> clauses;
    private final Set<String> rulings;
    private final Set<String> identities;
    private final Set<String> standards;
    private final Set<String> funds;
    private final Map<String, FactSpec> facts = new LinkedHashMap<>();
    private final Map<String, Map<String, FactSpec>> attributes = new LinkedHashMap<>();

    Names(Fields root) {
        clauses = namesIn(root, "clauses");
        rulings = namesIn(root, "rulings");
        identities = namesIn(root, "identities");
        standards = namesIn(root, "standards");
        funds = namesIn(root, "funds");
        standards.stream()
                .filter(identities::contains)
                .forEach(s -> root.optional("standards").fields().key(s).problem("name-taken", s));
        rulings.stream()
                .filter(clauses::contains)
                .forEach(r -> root.optional("rulings").fields().key(r).problem("name-taken", r));
    }

    private static Set<String> namesIn(Fields root, String section) {
        Item item = root.optional(section);
        return item.isMapping() ? item.fields().names() : Set.of();
    }

    void declare(FactSpec fact) {
        facts.put(fact.code(), fact);
    }

    void declareAttributes(String identity, List<FactSpec> specs) {
        Map<String, FactSpec> byCode = new LinkedHashMap<>();
        specs.forEach(s -> byCode.put(s.code(), s));
        attributes.put(identity, byCode);
    }

    Map<String, FactSpec> facts() {
        return facts;
    }

    List<String> dates() {
        return facts.values().stream()
                .filter(FactSpec::isDate)
                .map(FactSpec::code)
                .toList();
    }

    Map<String, FactSpec> attributesOf(String identity) {
        return attributes.getOrDefault(identity, Map.of());
    }

    /** The clauses and rulings something rests on: keys {@code clause} and {@code ruling}, at least one of them. */
    List<String> basis(Fields fields) {
        List<String> basis = optionalBasis(fields);
        if (basis.isEmpty() && !fields.has("clause") && !fields.has("ruling")) {
            fields.at().problem("basis-missing");
        }
        return basis;
    }

    /** What something rests on, with the values it uses that cannot be relied upon yet. */
    List<String> basisAndPending(Fields fields) {
        return Stream.concat(basis(fields).stream(), fields.at().pendingValues().stream())
                .toList();
    }

    List<String> optionalBasis(Fields fields) {
        Set<String> basis = new LinkedHashSet<>(known(fields.optional("clause"), clauses, "no-such-clause"));
        basis.addAll(known(fields.optional("ruling"), rulings, "no-such-ruling"));
        return new ArrayList<>(basis);
    }

    List<String> identities(Item item) {
        return known(item, identities, "no-such-identity");
    }

    List<String> standards(Item item) {
        return known(item, standards, "no-such-standard");
    }

    List<String> identitiesOrStandards(Item item) {
        Set<String> both = new LinkedHashSet<>(identities);
        both.addAll(standards);
        return known(item, both, "no-such-identity-or-standard");
    }

    /** The code of an office whose lists the product knows. */
    static String department(Item item) {
        String code = item.text();
        if (!code.isEmpty() && Department.ofCode(code).isEmpty()) {
            item.problem(
                    "not-one-of",
                    code,
                    Arrays.stream(Department.values()).map(Department::code).collect(Collectors.joining(", ")));
        }
        return code;
    }

    String fund(Item item) {
        return known(item, funds, "no-such-fund").stream().findFirst().orElse("");
    }

    private static List<String> known(Item item, Set<String> declared, String problem) {
        List<String> found = new ArrayList<>();
        for (Item one : item.items()) {
            String name = one.text();
            if (declared.contains(name)) {
                found.add(name);
            } else if (!name.isEmpty()) {
                one.problem(problem, name, String.join(", ", declared));
            }
        }
        return found;
    }

    static Map<String, Identity> byCode(List<Identity> identities) {
        Map<String, Identity> byCode = new LinkedHashMap<>();
        identities.forEach(i -> byCode.put(i.code(), i));
        return byCode;
    }
}
