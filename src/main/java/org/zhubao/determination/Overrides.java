package org.zhubao.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What persons have decided against the rules. Whoever keeps these decisions implements it; runs carry them out. */
public interface Overrides {

    /**
     * The decisions that were approved and not undone as known at that moment, and are valid on its day; at most one for
     * a person.
     */
    List<Approved> inForce(String county, int benefitYear, Instant asKnownOn);

    /** One decision, in force still or not. */
    Optional<Approved> find(UUID id);

    /**
     * A decision that two have agreed on.
     *
     * @param document the clause or the paper it rests on
     * @param validTo the last day; null while nothing ends it
     */
    record Approved(
            UUID id,
            UUID personId,
            Verdict verdict,
            String reason,
            String document,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String proposedBy,
            Instant proposedAt,
            String approvedBy,
            Instant approvedAt) {}
}
