package org.zhubao.rules;

/** What one fund bears of a subsidy. */
public record Share(String fund, Money amount) {

    public Share {
        if (amount.isNegative() || amount.isZero()) {
            throw new IllegalArgumentException("a share must be positive: " + fund + " " + amount);
        }
    }
}
