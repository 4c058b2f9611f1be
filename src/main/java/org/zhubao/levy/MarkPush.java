package org.zhubao.levy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frozen push of marks to the tax bureau.
 *
 * @param number from 1 within county and year, without gaps
 * @param digest SHA-256 over its lines as they were frozen, in lower-case hexadecimal
 * @param refused how many lines the tax bureau did not take
 * @param receivedAt when its receipt came; null while there is none
 */
public record MarkPush(
        UUID id,
        String county,
        int benefitYear,
        int number,
        PushKind kind,
        UUID runId,
        int added,
        int changed,
        int cancelled,
        int unchanged,
        String digest,
        String pushedBy,
        Instant pushedAt,
        int refused,
        @Nullable Instant receivedAt) {

    public int lines() {
        return added + changed + cancelled + unchanged;
    }

    /** Names county, year and number: 500152-2021-M03. */
    public String label() {
        return "%s-%d-M%02d".formatted(county, benefitYear, number);
    }
}
