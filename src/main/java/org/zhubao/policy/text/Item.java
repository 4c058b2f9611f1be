package org.zhubao.policy.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
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
            return text.startsWith("$") ? named(text.substring(1)) : SeasonDay.dated(text, reading.benefitYear());
        }
        if (isByYear()) {
            Item ofYear = ofYear();
            if (ofYear.isThere()) {
                return ofYear.text();
            }
            problem("no-value-for-year", reading.benefitYear());
            return "";
        }
        problem("one-value-expected");
        return "";
    }

    /** Whether it is left open what the value is: nothing is there, or nothing for the benefit year. */
    boolean isOpen() {
        return isByYear() ? !ofYear().isThere() : node == null || node.getTag().equals(Tag.NULL);
    }

    /** The values used here or below, as {@code $name}, that cannot be relied upon yet. */
    List<String> pendingValues() {
        return scalars(node)
                .map(s -> s.getValue().strip())
                .filter(reading.pending()::contains)
                .distinct()
                .toList();
    }

    private static Stream<ScalarNode> scalars(@Nullable Node node) {
        if (node instanceof ScalarNode scalar) {
            return Stream.of(scalar);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().flatMap(Item::scalars);
        }
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream().flatMap(t -> scalars(t.getValueNode()))
                : Stream.of();
    }

    private String named(String name) {
        String value = reading.value(name);
        if (value == null) {
            problem("no-such-value", name);
        }
        return value == null ? "" : value;
    }

    /** Whether it is a table of years. */
    boolean isByYear() {
        return node instanceof MappingNode mapping
                && !mapping.getValue().isEmpty()
                && mapping.getValue().stream()
                        .allMatch(t -> t.getKeyNode() instanceof ScalarNode key
                                && key.getValue().matches("\\d{4}"));
    }

    /** Of a table of years the value of the benefit year; nothing where it has none. */
    private Item ofYear() {
        String year = String.valueOf(reading.benefitYear());
        return ((MappingNode) node)
                .getValue().stream()
                        .filter(t -> ((ScalarNode) t.getKeyNode()).getValue().equals(year))
                        .map(t -> new Item(t.getValueNode(), reading))
                        .filter(value -> !value.isOpen())
                        .findFirst()
                        .orElseGet(() -> new Item(null, reading));
    }

    LocalDate date() {
        if (isNoValue("not-a-date")) {
            return LocalDate.EPOCH;
        }
        String text = text();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong(text, "not-a-date");
            return LocalDate.EPOCH;
        }
    }

    int wholeNumber() {
        if (isNoValue("not-a-whole-number")) {
            return 0;
        }
        String text = text();
        if (text.matches("\\d{1,4}")) {
            return Integer.parseInt(text);
        }
        wrong(text, "not-a-whole-number");
        return 0;
    }

    Money money() {
        if (isNoValue("not-an-amount")) {
            return Money.ZERO;
        }
        String text = text();
        if (text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            return Money.ofYuan(text);
        }
        wrong(text, Punctuation.isGrouped(text) ? "comma-in-number" : "not-an-amount");
        return Money.ZERO;
    }

    BigDecimal percent() {
        if (isNoValue("not-a-percentage")) {
            return BigDecimal.ZERO;
        }
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

    /** Whether there is a list, or keys, in place of a value: then says so, and what form the value should have. */
    private boolean isNoValue(String code) {
        if (node == null || node instanceof ScalarNode || isByYear()) {
            return false;
        }
        problem(code, scalars(node).map(ScalarNode::getValue).collect(Collectors.joining(", ", "…: ", "")));
        return true;
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

    /** Whether it is one of these words. */
    boolean isOneOf(Collection<String> words) {
        return node instanceof ScalarNode scalar && words.contains(scalar.getValue());
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** The keys and values under this one. */
    Fields fields() {
        return new Fields(this);
    }
}
