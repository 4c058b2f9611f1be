package org.zhubao.determination;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run and how far it is.
 *
 * @param policyDigest SHA-256 of the policy text it used
 * @param asKnownOn what departments had told the office by then counts
 * @param everybody whether it was asked not to go on from the run before
 * @param personsChanged how many it looked at anew, going on from the run before; null when that is everybody
 * @param digest the same for two runs that come to the same for the same people; null until it has finished
 * @param publishedAt null while it is nobody's basis: only a published run is pushed or settled
 * @param failureReference number under which the log tells why it failed
 */
public record Run(
        UUID id,
        String county,
        int benefitYear,
        String policyId,
        String policyVersion,
        String policyDigest,
        Instant asKnownOn,
        boolean everybody,
        RunStatus status,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int personsTotal,
        int personsDone,
        @Nullable Integer personsChanged,
        @Nullable String digest,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        @Nullable String failureReference) {

    public boolean isPublished() {
        return publishedAt != null;
    }

    public int percent() {
        return personsTotal == 0 ? 0 : (int) (100L * personsDone / personsTotal);
    }
}
