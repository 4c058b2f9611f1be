package org.zhubao.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a person, or an attribute of an identity, that a policy looks at.
 *
 * @param certifier code of the department whose roster asserts it; empty when none does
 * @param wordings how that roster writes it, such as 在校学生
 * @param asserted the value a row with such a wording asserts; empty when none does
 * @param values the values it may take; empty for a date
 * @param whenAbsent what absence means; null when it means unknown
 */
public record FactSpec(
        String code,
        String name,
        String certifier,
        List<String> wordings,
        String asserted,
        List<String> values,
        @Nullable String whenAbsent,
        List<String> basis) {

    public FactSpec {
        wordings = List.copyOf(wordings);
        values = List.copyOf(values);
        basis = List.copyOf(basis);
    }

    public boolean isDate() {
        return values.isEmpty();
    }
}
