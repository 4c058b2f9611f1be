package org.zhubao.policy.outline;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Small changes to a text that leave everything else as it was typed, comments included. */
public final class Rewriting {

    private Rewriting() {}

    /** Puts another value under a key of the outermost level; where the key is missing, adds both at the end. */
    public static String replace(String text, String key, String value) {
        Outline outline = Outline.of(text);
        return outline.section(key)
                .map(node -> outline.source()
                        .with(
                                outline.source().at(node.getStartMark()),
                                outline.source().endOf(node),
                                value))
                .orElseGet(() ->
                        text.stripTrailing() + "\n\n" + key + ":" + (value.startsWith("\n") ? "" : " ") + value + "\n");
    }

    /**
     * Adds something to a section, after what is there.
     *
     * @param section of the outermost level, or {@code overlap.rules}
     * @param entry in block style from the left margin on; for an item of a list with its hyphen
     */
    public static String append(String text, String section, String entry) {
        Outline outline = Outline.of(text);
        return outline.section(section)
                .filter(CollectionNode.class::isInstance)
                .map(node -> into((CollectionNode<?>) node, outline.source(), entry))
                .orElseGet(() -> withSection(text, section, entry));
    }

    /** As {@link #append}, but before what is there: of overlap rules the first that says anything decides. */
    public static String prepend(String text, String section, String entry) {
        Outline outline = Outline.of(text);
        return outline.section(section)
                .filter(node -> node instanceof CollectionNode<?> list
                        && list.getFlowStyle() == FlowStyle.BLOCK
                        && !list.getValue().isEmpty())
                .map(node -> {
                    int start = outline.source().at(node.getStartMark());
                    String margin = " ".repeat(node.getStartMark().getColumn());
                    return outline.source()
                            .with(start, start, indented(entry, margin.length()).strip() + "\n" + margin);
                })
                .orElseGet(() -> append(text, section, entry));
    }

    private static String into(CollectionNode<?> node, Source source, String entry) {
        if (node.getFlowStyle() == FlowStyle.FLOW) {
            int bracket = source.endOf(node) - 1;
            String comma = node.getValue().isEmpty() ? "" : ", ";
            return source.with(bracket, bracket, comma + flow(entry));
        }
        int column = node.getStartMark().getColumn();
        int end = source.endOf(node);
        return source.with(end, end, "\n" + indented(entry, column));
    }

    /** An entry of few simple lines in one line, as it stands between brackets. */
    private static String flow(String entry) {
        String[] lines = entry.split("\\n");
        return lines.length == 1
                ? lines[0].replaceFirst("^- ", "")
                : lines[0] + " {"
                        + Arrays.stream(lines).skip(1).map(String::strip).collect(Collectors.joining(", "))
                        + "}";
    }

    private static String withSection(String text, String section, String entry) {
        Outline outline = Outline.of(text);
        int dot = section.indexOf('.');
        if (dot < 0) {
            return text.stripTrailing() + "\n\n" + section + ":\n" + indented(entry, 2) + "\n";
        }
        String outer = section.substring(0, dot);
        String inner = section.substring(dot + 1) + ":\n" + indented(entry, 2);
        return outline.section(outer).filter(Rewriting::isFilled).isPresent()
                ? append(text, outer, inner)
                : Rewriting.replace(text.stripTrailing() + "\n", outer, "\n" + indented(inner, 2));
    }

    private static boolean isFilled(Node node) {
        return node instanceof MappingNode mapping
                && mapping.getFlowStyle() == FlowStyle.BLOCK
                && mapping.getValue().stream().map(NodeTuple::getKeyNode).count() > 0;
    }

    private static String indented(String entry, int column) {
        return entry.lines().map(line -> " ".repeat(column) + line).collect(Collectors.joining("\n"));
    }
}
