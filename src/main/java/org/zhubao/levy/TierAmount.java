package org.zhubao.levy;

/**
 * What a person pays in one tier, in fen.
 *
 * @param tier as the policy names it; empty where there is one only
 * @param usual whether it is the tier the person is in unless they choose
 * @param collectedFen what the tax bureau collects: what is left of the premium, or all of it where the subsidy is paid
 *     to the person afterwards
 */
public record TierAmount(
        String tier, boolean usual, long premiumFen, long subsidyFen, long payableFen, long collectedFen) {

    public TierAmount {
        if (subsidyFen + payableFen != premiumFen || collectedFen < payableFen || collectedFen > premiumFen) {
            throw new IllegalArgumentException("amounts of tier '" + tier + "' disagree");
        }
    }
}
