package org.zhubao.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a sheet stands and who signed for it.
 *
 * @param confirmed for the department
 * @param approved for the bureau, never by whoever froze the sheet
 * @param voucher number of the payment's voucher; set with {@code paidOn}
 */
public record Standing(
        SheetStatus status,
        @Nullable Signature confirmed,
        @Nullable Signature approved,
        @Nullable LocalDate paidOn,
        @Nullable String voucher,
        @Nullable Signature payment,
        @Nullable Signature voided,
        @Nullable String voidReason) {}
