package org.zhubao.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who bears a share.
 *
 * @param department code of the department whose own money it is; empty for a fund of its own
 * @param advance what it pays ahead of settlement; null when nothing
 */
public record Fund(String code, String name, String department, @Nullable Advance advance, List<String> basis) {

    public Fund {
        basis = List.copyOf(basis);
    }

    /**
     * Money that comes before anybody knows what will be due.
     *
     * @param percent of what is expected
     * @param on the day by which it is paid
     * @param truedUpOn the day by which what is missing is paid, and what is left is given back
     */
    public record Advance(BigDecimal percent, LocalDate on, LocalDate truedUpOn) {

        /** What is paid in advance, cut to a whole fen. */
        public Money of(Money expected) {
            return expected.percent(percent, RoundingMode.DOWN);
        }

        /** What is paid to settle; negative where too much came in advance. */
        public Money trueUp(Money expected, Money due) {
            return due.minus(of(expected));
        }
    }
}
