package org.zhubao.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A limit set from above for what standards may pay. It is checked, and changes no amount. */
public record Bound(List<String> standards, @Nullable Amount atLeast, @Nullable Amount atMost, List<String> basis) {

    public Bound {
        standards = List.copyOf(standards);
        basis = List.copyOf(basis);
    }
}
