package org.zhubao.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when it counts for the year that a department no longer recognises somebody. What the office learns later changes
 * nothing: the cover has begun, and nothing is given back. Deaths are no removals; nor is a fact, such as being a student,
 * that a list no longer asserts.
 *
 * @param until the last day on which the office may learn it; null where the text says nothing and each removal counts
 */
public record Removals(@Nullable LocalDate until, List<String> basis) {

    public static final Removals ALWAYS_COUNT = new Removals(null, List.of());

    public Removals {
        basis = List.copyOf(basis);
    }
}
