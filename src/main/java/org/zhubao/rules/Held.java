package org.zhubao.rules;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An identity that a department certifies for a person.
 *
 * @param identity its code in the policy, such as {@code subsistence-allowance}
 * @param attributes what the roster adds ({@code grade} → {@code 2}, {@code certificate} → {@code expired}); absent is
 *     unknown, unless the policy says what its absence means
 * @param recognisedOn null when unknown
 */
public record Held(String identity, Map<String, String> attributes, @Nullable LocalDate recognisedOn) {

    public Held {
        attributes = Map.copyOf(attributes);
    }

    public static Held of(String identity) {
        return new Held(identity, Map.of(), null);
    }
}
