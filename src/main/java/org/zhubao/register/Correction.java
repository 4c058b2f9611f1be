package org.zhubao.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be put right about a person: proposed by one, confirmed or rejected by another.
 *
 * @param said the new name, the masked new number, or the name of the other record
 * @param otherId the other record, where two become one or are two again
 * @param confirmed null while nobody has decided
 */
public record Correction(
        UUID id,
        Kind kind,
        UUID personId,
        String personName,
        String maskedNumber,
        @Nullable UUID otherId,
        String said,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Boolean confirmed) {

    /** What is put right. */
    public enum Kind {
        /** The identity number: one of 15 digits, or a wrong digit. */
        NUMBER,
        NAME,
        /** Two records are one person. */
        MERGE,
        /** They are two after all. */
        SEPARATE;

        public String messageKey() {
            return "correction.kind." + name();
        }
    }

    public boolean isOpen() {
        return confirmed == null;
    }

    /** Where it stands, as a message says it. */
    public String standing() {
        return confirmed == null ? "correction.open" : confirmed ? "correction.confirmed" : "correction.rejected";
    }
}
