package org.zhubao.policy.outline;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A construct that two texts do not have alike.
 *
 * @param before null where only the newer text has it
 * @param after null where only the older text has it
 */
public record Difference(@Nullable Construct before, @Nullable Construct after) {

    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same words at another place of a list in which the order decides. */
        MOVED;

        public String messageKey() {
            return "policy.difference." + name();
        }
    }

    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        if (after == null) {
            return Kind.REMOVED;
        }
        return before.meaning().equals(after.meaning()) ? Kind.MOVED : Kind.CHANGED;
    }

    /** Of either; both have the same section and name. */
    public Construct either() {
        return Stream.of(after, before).filter(Objects::nonNull).findFirst().orElseThrow();
    }
}
