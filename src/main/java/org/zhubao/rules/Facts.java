package org.zhubao.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one person.
 *
 * @param birthDate null when unknown
 * @param held the identities certified, in any order
 * @param values named facts beyond identities ({@code student} → {@code yes}); one that is absent is unknown, unless
 *     the policy says what its absence means. Dates are written {@code 2020-08-31}.
 */
public record Facts(@Nullable LocalDate birthDate, List<Held> held, Map<String, String> values) {

    public Facts {
        held = List.copyOf(held);
        values = Map.copyOf(values);
    }
}
