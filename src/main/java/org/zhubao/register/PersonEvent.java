package org.zhubao.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a department told of a person beyond identities, and the row it stands in.
 *
 * @param movedTo name of the county for a move; null for a death
 * @param knownTo null while it still counts
 */
public record PersonEvent(
        Kind kind,
        LocalDate happenedOn,
        @Nullable String movedTo,
        String department,
        Instant knownFrom,
        @Nullable Instant knownTo,
        UUID rosterId,
        String fileName,
        int rowNumber) {

    /** What happened. */
    public enum Kind {
        DEATH,
        /** The household register is another county's now. */
        MOVE;

        public String messageKey() {
            return "person.event." + name();
        }
    }
}
