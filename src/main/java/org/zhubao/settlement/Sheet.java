package org.zhubao.settlement;

import java.time.Instant;
import java.util.UUID;

/**
 * A frozen settlement sheet.
 *
 * @param fund code of the fund it charges
 * @param lines people on it
 * @param totalFen what the fund is charged
 * @param digest SHA-256 over its lines as they were frozen, in lower-case hexadecimal
 */
public record Sheet(
        UUID id,
        String county,
        int benefitYear,
        String fund,
        SheetForm form,
        String number,
        String title,
        UUID runId,
        int lines,
        long totalFen,
        String digest,
        String frozenBy,
        Instant frozenAt) {}
