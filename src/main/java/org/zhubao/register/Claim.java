package org.zhubao.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One department's word about one person, and the row it stands in.
 *
 * @param department code of the certifying department
 * @param identity code of the identity in the year's policy
 * @param knownTo null while it still counts
 */
public record Claim(
        String department,
        String identity,
        Map<String, String> attributes,
        @Nullable LocalDate recognisedOn,
        @Nullable LocalDate expiresOn,
        Instant knownFrom,
        @Nullable Instant knownTo,
        UUID rosterId,
        String fileName,
        int rowNumber) {

    /** Whether the office knew it at that moment and had not yet learned that it ended. */
    public boolean isKnownAt(Instant moment) {
        return !knownFrom.isAfter(moment) && (knownTo == null || knownTo.isAfter(moment));
    }
}
