package org.zhubao.policy.outline;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A policy text taken apart into its constructs, in the order of the text. */
public final class Outline {

    private final Source source;
    private final List<Construct> constructs = new ArrayList<>();
    private final Map<String, Node> sections = new LinkedHashMap<>();

    private Outline(String text) {
        this.source = new Source(text);
    }

    /**
     * Empty of constructs where the text cannot be taken apart at all. One that points from one place to another is not
     * taken apart either: it could lead in a circle, or grow without end.
     */
    public static Outline of(String text) {
        Outline outline = new Outline(text);
        try {
            Node root = hasAliases(text) ? null : yaml().compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                mapping.getValue().forEach(outline::section);
            }
        } catch (YAMLException e) {
            outline.constructs.clear();
            outline.sections.clear();
        }
        return outline;
    }

    private static boolean hasAliases(String text) {
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event.is(Event.ID.Alias)) {
                return true;
            }
        }
        return false;
    }

    private static Yaml yaml() {
        return new Yaml(new LoaderOptions());
    }

    public List<Construct> constructs() {
        return List.copyOf(constructs);
    }

    /** What stands under a key at the outermost level, or under {@code overlap.rules}. */
    Optional<Node> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    Source source() {
        return source;
    }

    private void section(NodeTuple tuple) {
        String name = key(tuple);
        sections.put(name, tuple.getValueNode());
        if (tuple.getValueNode() instanceof MappingNode mapping && !name.equals("benefit-years")) {
            mapping.getValue().forEach(entry -> entry(name, entry));
        } else if (tuple.getValueNode() instanceof SequenceNode items) {
            items.getValue().forEach(item -> add(name, "", item, item));
        } else {
            add(name, "", tuple.getKeyNode(), tuple.getValueNode());
        }
    }

    /** An entry that is a list of maps is as many constructs: rates, overlap rules. */
    private void entry(String section, NodeTuple tuple) {
        String name = key(tuple);
        if (tuple.getValueNode() instanceof SequenceNode items
                && items.getValue().stream().allMatch(MappingNode.class::isInstance)) {
            sections.put(section + "." + name, items);
            items.getValue().forEach(item -> add(section + "." + name, "", item, item));
        } else {
            add(section, name, tuple.getKeyNode(), tuple.getValueNode());
        }
    }

    private void add(String section, String name, Node from, Node value) {
        constructs.add(new Construct(
                section, name, from.getStartMark().getLine() + 1, source.words(from, value), meaning(value)));
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static Object meaning(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> meaning = new LinkedHashMap<>();
            mapping.getValue().forEach(tuple -> meaning.put(key(tuple), meaning(tuple.getValueNode())));
            return meaning;
        }
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(Outline::meaning).toList()
                : ((ScalarNode) node).getValue().strip();
    }
}
