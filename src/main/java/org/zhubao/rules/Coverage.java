package org.zhubao.rules;

import java.util.List;

/**
 * What a proof looked at. Every fact was taken to be known; what the policy does with unknown ones follows from what it
 * does with each of their values.
 *
 * @param identities how many the policy knows
 * @param atOnce how many of them that count were held at once, at most; all, unless there were too many combinations
 * @param dimensions what persons were told apart by, each with the number of its values
 * @param combinations of them, all told; at most {@link Long#MAX_VALUE}
 * @param decided how many of the combinations the policy can tell apart; the others decide like one of these
 */
public record Coverage(int identities, int atOnce, List<Dimension> dimensions, long combinations, long decided) {

    public Coverage {
        dimensions = List.copyOf(dimensions);
    }

    /** Whether no combination was left out. */
    public boolean isComplete() {
        return atOnce == identities;
    }

    /**
     * @param name of a fact or of an identity; {@code birth-date}
     * @param values bands for a date; for an identity all its attributes and bands of recognition, and not holding it
     */
    public record Dimension(String name, int values) {}
}
