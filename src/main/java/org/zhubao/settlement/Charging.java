package org.zhubao.settlement;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Policy;
import org.zhubao.rules.SheetSpec;

/**
 * What a fund is about to be charged by.
 *
 * @param advance what it pays ahead of what will be due; null where it pays none, and once the day of the advance is over
 * @param coverFrom the first moment of the benefit year
 */
record Charging(Basis basis, Policy policy, SheetSpec spec, Fund.@Nullable Advance advance, Instant coverFrom) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** As of the clock's day. */
    static Charging now(Clock clock, Basis basis, Policy policy, SheetSpec spec) {
        Fund.Advance advance = policy.fund(spec.fund()).orElseThrow().advance();
        boolean over = advance == null || LocalDate.now(clock).isAfter(advance.on());
        LocalDate cover = LocalDate.of(basis.run().benefitYear(), 1, 1);
        return new Charging(
                basis,
                policy,
                spec,
                over ? null : advance,
                cover.atStartOfDay(clock.getZone()).toInstant());
    }

    Fund fund() {
        return policy.fund(spec.fund()).orElseThrow();
    }

    /** Clauses that say of the fund what it pays, and when. */
    List<String> fundsBasis() {
        return fund().basis();
    }

    /** Where the fund pays in advance, with the day until which the rest follows or what is left goes back. */
    String title() {
        if (advance == null) {
            return spec.title();
        }
        LocalDate day = advance.truedUpOn();
        return "%s（%s，%d年%d月%d日前清算）"
                .formatted(spec.title(), advanceInWords(), day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** What a line of an advance says of it: which share of what is due. */
    String advanceInWords() {
        BigDecimal percent = Objects.requireNonNull(advance).percent();
        return "预拨" + percent.stripTrailingZeros().toPlainString() + "%";
    }

    /** For statements about this fund. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = basis.of(spec.fund());
        parameters.put("cover", Timestamp.from(coverFrom));
        parameters.put("percent", advance == null ? ALL : advance.percent());
        return parameters;
    }
}
