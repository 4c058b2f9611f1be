package org.zhubao.rules;

import java.time.LocalDate;
import java.util.List;

/** A day of the season by which somebody must have done something. */
public record Milestone(LocalDate on, String who, String what, List<String> basis) {

    public Milestone {
        basis = List.copyOf(basis);
    }
}
