package org.zhubao.policy.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Keys with values. Every key must be asked for before {@link #close()}, or it is a key the format does not know. */
final class Fields implements AutoCloseable {

    private final Item at;
    private final Map<String, Item> values = new LinkedHashMap<>();
    private final Map<String, Item> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(Item at) {
        this.at = at;
        if (at.node() instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (at.node() instanceof ScalarNode scalar && Punctuation.isFullWidth(scalar.getValue())) {
            at.problem("full-width", scalar.getValue());
        } else {
            at.problem("keys-expected");
        }
    }

    private void add(NodeTuple tuple) {
        Item key = new Item(tuple.getKeyNode(), at.reading());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            key.problem("keys-expected");
        } else if (values.putIfAbsent(scalar.getValue(), new Item(tuple.getValueNode(), at.reading())) != null) {
            key.problem("key-twice", scalar.getValue());
        } else {
            keys.put(scalar.getValue(), key);
        }
    }

    /** A value that must be there. */
    Item get(String key) {
        if (at.isThere() && at.isMapping() && !values.containsKey(key)) {
            at.problem("key-missing", key);
        }
        return optional(key);
    }

    /** A value that may be left out. */
    Item optional(String key) {
        asked.add(key);
        return values.getOrDefault(key, new Item(null, at.reading()));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Reads entries whose keys are names given by the author. */
    void each(BiConsumer<String, Item> reader) {
        asked.addAll(values.keySet());
        values.forEach(reader);
    }

    Item key(String name) {
        return keys.getOrDefault(name, at);
    }

    Set<String> names() {
        return values.keySet();
    }

    Item at() {
        return at;
    }

    @Override
    public void close() {
        Set<String> unknown = new HashSet<>(values.keySet());
        unknown.removeAll(asked);
        unknown.forEach(this::refuse);
    }

    private void refuse(String key) {
        Item at = keys.get(key);
        if (Punctuation.isFullWidth(key)) {
            at.problem("full-width", key);
        } else if (Punctuation.isGroup(key) && values.get(key).isOpen()) {
            at.problem("comma-in-number", "…," + key);
        } else {
            at.problem("key-unknown", key, String.join(", ", asked));
        }
    }
}
