package org.zhubao.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy text on its way to publication, and how far it is.
 *
 * @param region division code of the pooling region or county it is for
 * @param madeFrom digest of the published text it was begun with
 * @param writers everybody who has written at it, first the author
 * @param provedAt null while the text as it stands is not proved
 * @param needingRulings findings of that proof without a ruling it cannot be submitted with
 * @param needingAcknowledgment findings that whoever submits has to know of
 * @param decidedBy who published it or sent it back
 * @param version counts changes; whoever saves says which one they have seen
 */
public record Draft(
        UUID id,
        String region,
        String title,
        String text,
        @Nullable String madeFrom,
        List<String> writers,
        String changedBy,
        Instant changedAt,
        DraftStatus status,
        @Nullable Instant provedAt,
        int needingRulings,
        int needingAcknowledgment,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        int version) {

    public Draft {
        writers = List.copyOf(writers);
    }

    public String digest() {
        return PublishedPolicy.digestOf(text);
    }

    /** Who must not publish it: they have written at it or submitted it. */
    public List<String> hands() {
        return Stream.concat(writers.stream(), Stream.ofNullable(submittedBy))
                .distinct()
                .toList();
    }
}
