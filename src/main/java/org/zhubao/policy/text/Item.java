package org.zhubao.policy.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.zhubao.rules.Money;

/**
 * A place in the text. Whoever asks it for a value gets one, if need be a stand-in, after the problem has been noted: so
 * reading goes on and finds the next problem too.
 *
 * @param node null where something is missing that has been noted, or need not be there
 */
record Item(@Nullable Node node, Reading reading) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    boolean isThere() {
        return node != null;
    }

    void problem(String code, Object... args) {
        if (node != null) {
            reading.problem(node, code, args);
        }
    }

    /** One word or number; {@code $name} gives the named value, a table of years the value of the benefit year. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            String text = scalar.getValue().strip();
            return text.startsWith("$") ? named(text.substring(1)) : text;
        }
        if (node instanceof MappingNode mapping && isByYear(mapping)) {
            return ofYear(mapping);
        }
        problem("one-value-expected");
        return "";
    }

    private String named(String name) {
        String value = reading.value(name);
        if (value == null) {
            problem("no-such-value", name);
        }
        return value == null ? "" : value;
    }

    private static boolean isByYear(MappingNode mapping) {
        return !mapping.getValue().isEmpty()
                && mapping.getValue().stream()
                        .allMatch(t -> t.getKeyNode() instanceof ScalarNode key
                                && key.getValue().matches("\\d{4}"));
    }

    private String ofYear(MappingNode mapping) {
        String year = String.valueOf(reading.benefitYear());
        for (NodeTuple tuple : mapping.getValue()) {
            if (((ScalarNode) tuple.getKeyNode()).getValue().equals(year)) {
                return new Item(tuple.getValueNode(), reading).text();
            }
        }
        problem("no-value-for-year", year);
        return "";
    }

    LocalDate date() {
        String text = text();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong(text, "not-a-date");
            return LocalDate.EPOCH;
        }
    }

    int wholeNumber() {
        String text = text();
        if (text.matches("\\d{1,4}")) {
            return Integer.parseInt(text);
        }
        wrong(text, "not-a-whole-number");
        return 0;
    }

    Money money() {
        String text = text();
        if (text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            return Money.ofYuan(text);
        }
        wrong(text, "not-an-amount");
        return Money.ZERO;
    }

    BigDecimal percent() {
        String text = text();
        if (text.matches("\\d{1,3}(\\.\\d{1,4})?") && new BigDecimal(text).compareTo(HUNDRED) <= 0) {
            return new BigDecimal(text);
        }
        wrong(text, "not-a-percentage");
        return BigDecimal.ZERO;
    }

    /** @param fallback what stands in for a word that is none of these */
    <T> T oneOf(Map<String, T> words, T fallback) {
        String text = text();
        T value = words.get(text);
        if (value == null) {
            wrong(text, "not-one-of", words.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return value == null ? fallback : value;
    }

    /** Notes a value that does not do, unless it is empty because of what has been noted before. */
    private void wrong(String text, String code, String... more) {
        if (!text.isEmpty()) {
            problem(code, Stream.concat(Stream.of(text), Stream.of(more)).toArray());
        } else if (node instanceof ScalarNode scalar && !scalar.getValue().startsWith("$")) {
            problem("one-value-expected");
        }
    }

    /** A list; one value alone is a list of one. Empty when nothing is there. */
    List<Item> items() {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(n -> new Item(n, reading)).toList();
        }
        return List.of(this);
    }

    List<String> texts() {
        return items().stream().map(Item::text).filter(t -> !t.isEmpty()).toList();
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** The keys and values under this one. */
    Fields fields() {
        return new Fields(this);
    }
}
