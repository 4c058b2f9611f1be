package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.zhubao.rules.FactSpec;

/** Reads facts about a person and attributes of an identity: what they may be, and what absence means. */
final class FactsReader {

    private final Names names;

    FactsReader(Names names) {
        this.names = names;
    }

    List<FactSpec> read(Item section) {
        List<FactSpec> facts = new ArrayList<>();
        if (section.isThere()) {
            section.fields().each((code, item) -> facts.add(fact(code, item)));
        }
        return facts;
    }

    private FactSpec fact(String code, Item item) {
        try (Fields fields = item.fields()) {
            Item certifier = fields.optional("certifier");
            Item asserts = fields.optional("asserts");
            Item absent = fields.optional("absent");
            List<String> values = values(fields.get("values"));
            FactSpec spec = new FactSpec(
                    code,
                    fields.get("name").text(),
                    certifier.isThere() ? Names.department(certifier) : "",
                    fields.optional("wordings").texts(),
                    asserts.isThere() ? among(values, asserts) : "",
                    values,
                    absent.isThere() ? among(values, absent) : null,
                    absent.isThere() ? names.basis(fields) : names.optionalBasis(fields));
            return spec;
        }
    }

    /** The word {@code date} alone makes it a date. */
    private static List<String> values(Item item) {
        List<String> values = item.texts();
        if (values.equals(List.of("date"))) {
            return List.of();
        }
        if (item.node() instanceof ScalarNode && values.size() == 1) {
            item.problem("values-expected", values.get(0));
        }
        return values;
    }

    private static String among(List<String> values, Item item) {
        String value = item.text();
        if (!values.isEmpty() && !values.contains(value)) {
            item.problem("not-one-of", value, String.join(", ", values));
        }
        return values.isEmpty() ? item.date().toString() : value;
    }
}
