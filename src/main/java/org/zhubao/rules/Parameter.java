package org.zhubao.rules;

import java.util.List;

/**
 * A named value of a policy, used as {@code $name}.
 *
 * @param label what people call it; its name where the text has no other
 * @param standing whether it is certain
 * @param note where it comes from, when it has no clause
 */
public record Parameter(String name, String label, String value, Standing standing, String note, List<String> basis) {

    public Parameter {
        basis = List.copyOf(basis);
    }

    /** How far a value may be relied upon. */
    public enum Standing {
        CONFIRMED,
        /** From a secondary source: the bureau must confirm it. */
        TO_CONFIRM,
        /** Made up for the demonstration. */
        SAMPLE
    }
}
