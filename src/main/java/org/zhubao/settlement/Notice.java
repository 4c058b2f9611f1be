package org.zhubao.settlement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list put up for everybody to read.
 *
 * @param number counts the notices of a county and year
 * @param shownUntil the last day; after it nobody is shown the list
 * @param takenDown set when it came down before that
 */
public record Notice(
        UUID id,
        String county,
        int benefitYear,
        int number,
        LocalDate shownFrom,
        LocalDate shownUntil,
        int lines,
        long totalFen,
        String digest,
        Signature published,
        @Nullable Signature takenDown) {

    public boolean isShownOn(LocalDate day) {
        return takenDown == null && !day.isBefore(shownFrom) && !day.isAfter(shownUntil);
    }

    /** As it is printed, and as its file is named. */
    public String reference() {
        return "%s-%d-GS-%02d".formatted(county, benefitYear, number);
    }
}
