package org.zhubao.determination;

import java.time.Instant;

/**
 * What kind of run is wanted.
 *
 * @param asKnownOn what departments had told the office by then counts
 * @param everybody whether to look at everybody anew instead of going on from the run before
 */
public record RunRequest(Instant asKnownOn, boolean everybody) {

    /** Whoever has changed since the run before. */
    public static RunRequest asKnownOn(Instant moment) {
        return new RunRequest(moment, false);
    }
}
