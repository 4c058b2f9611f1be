package org.zhubao.rules.proof;

/** Counts that stop at {@link Long#MAX_VALUE} instead of overflowing. None is negative. */
final class Sums {

    private Sums() {}

    static long plus(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    static long times(long one, long other) {
        long high = Math.multiplyHigh(one, other);
        long low = one * other;
        return high != 0 || low < 0 ? Long.MAX_VALUE : low;
    }
}
