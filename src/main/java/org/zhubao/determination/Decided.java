package org.zhubao.determination;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;

/**
 * What is stored for everybody who shares an outcome.
 *
 * @param facts what departments state, also where somebody decided against it
 * @param reason number of the reason
 * @param overrideId the decision of a person; null where the rules decided
 * @param alike hash of the facts all of them have in common; null where a person decided, about one alone
 */
record Decided(
        int outcomeId,
        Facts facts,
        Determination determination,
        int reason,
        @Nullable UUID overrideId,
        @Nullable UUID alike) {

    static Decided byRule(FactsOfPeople.Group group, Determination determination) {
        return new Decided(
                group.outcomeId(),
                group.facts(),
                determination,
                determination.reason().code(),
                null,
                group.alike());
    }

    static Decided byPerson(int outcomeId, Facts facts, Determination determination, Overrides.Approved override) {
        return new Decided(
                outcomeId,
                facts,
                determination,
                override.verdict().reason(determination).code(),
                override.id(),
                null);
    }
}
