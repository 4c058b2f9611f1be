package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhubao.rules.Parameter;
import org.zhubao.rules.Parameter.Standing;

/**
 * Reads named values. One without a value is a problem: it is never taken to be zero. A value may use those above it, so
 * that none can go round in a circle.
 */
final class ValuesReader {

    private static final Map<String, Standing> STANDINGS =
            Map.of("confirmed", Standing.CONFIRMED, "to-confirm", Standing.TO_CONFIRM, "sample", Standing.SAMPLE);

    private final Names names;

    ValuesReader(Names names) {
        this.names = names;
    }

    List<Parameter> read(Item section, Reading reading) {
        List<Parameter> parameters = new ArrayList<>();
        if (section.isThere()) {
            Fields all = section.fields();
            all.each((name, item) -> parameters.add(value(name, item, all.key(name), reading)));
        }
        return parameters;
    }

    private Parameter value(String name, Item item, Item key, Reading reading) {
        try (Fields fields = item.fields()) {
            Item is = fields.optional("is");
            Item label = fields.optional("name");
            if (is.isOpen()) {
                key.problem("value-open", name);
            }
            String value = is.isOpen() ? "" : is.text();
            reading.declareValue(name, value);
            Item standing = fields.optional("standing");
            Item note = fields.optional("note");
            List<String> basis = note.isThere() ? names.optionalBasis(fields) : names.basis(fields);
            if (is.isOpen() || !is.pendingValues().isEmpty() || basis.stream().anyMatch(reading.pending()::contains)) {
                reading.pend("$" + name);
            }
            return new Parameter(
                    name,
                    label.isThere() ? label.text() : name,
                    value,
                    standing.isThere() ? standing.oneOf(STANDINGS, Standing.CONFIRMED) : Standing.CONFIRMED,
                    note.isThere() ? note.text() : "",
                    basis);
        }
    }
}
