package org.zhubao.determination;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run and how far it is.
 *
 * @param policyDigest SHA-256 of the policy text it used
 * @param asKnownOn what departments had told the office by then counts
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
        RunStatus status,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int personsTotal,
        int personsDone,
        @Nullable String failureReference) {

    public int percent() {
        return personsTotal == 0 ? 0 : (int) (100L * personsDone / personsTotal);
    }
}
