package org.zhubao.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.site.Refusal;

/**
 * What an override rests on.
 *
 * @param document the clause or the paper
 * @param validTo the last day; null while nothing ends it
 * @param attachment id of a stored attachment; null where there is none
 */
public record Grounds(
        String reason, String document, LocalDate validFrom, @Nullable LocalDate validTo, @Nullable UUID attachment) {

    public Grounds {
        reason = Said.of(reason, "review.reason-missing");
        document = Said.of(document, "review.document-missing");
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new Refusal("review.validity-backwards");
        }
    }

    public Grounds with(UUID stored) {
        return new Grounds(reason, document, validFrom, validTo, stored);
    }
}
