package org.zhubao.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a condition is asked about.
 *
 * @param facts complete as far as the policy looks
 * @param counted the identities that count at this point
 * @param inQuestion the identity being asked about; null when it is the person as such
 */
public record Situation(Facts facts, List<Held> counted, @Nullable Held inQuestion) {

    Situation about(@Nullable Held identity) {
        return new Situation(facts, counted, identity);
    }

    Situation counting(List<Held> identities) {
        return new Situation(facts, identities, inQuestion);
    }
}
