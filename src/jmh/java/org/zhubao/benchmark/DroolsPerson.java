package org.zhubao.benchmark;

/** A person as the rules of Drools see one: what is held by number, and the best offer so far. */
public final class DroolsPerson {

    private final int mask;
    private long subsidyFen;
    private int identity = -1;

    public DroolsPerson(int mask) {
        this.mask = mask;
    }

    public int getMask() {
        return mask;
    }

    public boolean holds(int number) {
        return (mask >> number & 1) == 1;
    }

    public boolean isTierTwo() {
        return mask >> County.TIER_TWO != 0;
    }

    /** Of equal amounts the identity that the notice names first is paid. */
    public void offer(int number, long fen) {
        if (fen > subsidyFen || fen == subsidyFen && number < identity) {
            subsidyFen = fen;
            identity = number;
        }
    }

    /** As {@link BitLoop#decide} answers. */
    long answer() {
        return identity < 0 ? 0 : subsidyFen << 4 | identity;
    }
}
