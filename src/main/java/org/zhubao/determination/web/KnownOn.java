package org.zhubao.determination.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.zhubao.site.Refusal;

/** Reads as known when a run shall be. */
final class KnownOn {

    private KnownOn() {}

    /**
     * @param text a day, which counts to its end, or a moment, both as ISO 8601; null or empty is now
     * @throws Refusal when it is neither
     */
    static Instant of(@Nullable String text, Clock clock) {
        Instant now = clock.instant();
        if (text == null || text.isBlank()) {
            return now;
        }
        try {
            if (text.contains("T")) {
                return Instant.parse(text);
            }
            Instant end = LocalDate.parse(text)
                    .plusDays(1)
                    .atStartOfDay(clock.getZone())
                    .toInstant()
                    .minusNanos(1000);
            boolean isToday = LocalDate.parse(text).equals(LocalDate.ofInstant(now, clock.getZone()));
            return isToday ? now : end;
        } catch (DateTimeException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "asKnownOn");
        }
    }
}
