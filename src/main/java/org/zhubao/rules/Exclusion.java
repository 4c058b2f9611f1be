package org.zhubao.rules;

import java.util.List;

/** A case that a notice excludes, with the reason given to whom it meets. */
public record Exclusion(Reason reason, Condition when, List<String> basis) {

    public Exclusion {
        basis = List.copyOf(basis);
    }
}
