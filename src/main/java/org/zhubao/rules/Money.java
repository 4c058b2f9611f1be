package org.zhubao.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of renminbi, exact to the fen. Nothing rounds unless the caller names the mode. */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    /**
     * @param exact yuan with at most two decimals, such as {@code 137.50}
     * @throws NumberFormatException when it is no number
     * @throws ArithmeticException when it is finer than a fen
     */
    public static Money ofYuan(String exact) {
        return new Money(new BigDecimal(exact).multiply(HUNDRED).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /** So many percent of this, rounded to a whole fen in the mode given. */
    public Money percent(BigDecimal percent, RoundingMode rounding) {
        return new Money(BigDecimal.valueOf(fen)
                .multiply(percent)
                .divide(HUNDRED, 0, rounding)
                .longValueExact());
    }

    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    public Money max(Money other) {
        return fen >= other.fen ? this : other;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Yuan with two decimals and no grouping: {@code 1234.50}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
