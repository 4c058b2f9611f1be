package org.zhubao.policy.outline;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The characters of a text, found by the marks that reading leaves in it. */
record Source(String text) {

    /** Marks count code points. */
    int at(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    /** The end of a node without the blank lines and comments that follow it, which belong to the next. */
    int endOf(Node node) {
        int end = at(node.getEndMark());
        int start = at(node.getStartMark());
        while (end > start) {
            int line = text.lastIndexOf('\n', end - 1) + 1;
            String last = text.substring(Math.max(line, start), end).strip();
            if (!last.isEmpty() && !last.startsWith("#")) {
                break;
            }
            end = Math.max(line - 1, start);
        }
        return start + text.substring(start, end).stripTrailing().length();
    }

    /** From the beginning of one node to the end of another, moved to the left margin. */
    String words(Node from, Node to) {
        String words = text.substring(at(from.getStartMark()), Math.max(at(from.getStartMark()), endOf(to)));
        return words.replaceAll("\\n {0," + from.getStartMark().getColumn() + "}", "\n");
    }

    String with(int from, int to, String other) {
        return text.substring(0, from) + other + text.substring(to);
    }
}
