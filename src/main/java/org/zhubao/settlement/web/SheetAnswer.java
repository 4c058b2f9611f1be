package org.zhubao.settlement.web;

import java.time.Instant;
import java.util.UUID;
import org.zhubao.settlement.Sheet;
import org.zhubao.settlement.SheetStatus;

/**
 * A frozen sheet as programs get it.
 *
 * @param lines people on it
 * @param digest SHA-256 over its lines as they were frozen
 * @param intact whether the stored lines still have that digest
 */
record SheetAnswer(
        UUID id,
        String division,
        int benefitYear,
        String fund,
        String number,
        String title,
        SheetStatus status,
        UUID run,
        int lines,
        long totalFen,
        String digest,
        boolean intact,
        String frozenBy,
        Instant frozenAt) {

    static SheetAnswer of(Sheet sheet, boolean intact) {
        return new SheetAnswer(
                sheet.id(),
                sheet.county(),
                sheet.benefitYear(),
                sheet.fund(),
                sheet.number(),
                sheet.title(),
                sheet.status(),
                sheet.runId(),
                sheet.lines(),
                sheet.totalFen(),
                sheet.digest(),
                intact,
                sheet.frozenBy(),
                sheet.frozenAt());
    }
}
