package org.zhubao.benchmark;

import java.util.List;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;

/** The notice of Tongnan as a programmer in a hurry would write it once: no facts, no dates, no reasons, no trace. */
final class BitLoop {

    private final int full;
    private final int soldier;
    private final int reward;
    private final int rest;

    BitLoop(Policy policy) {
        List<String> codes = policy.identities().stream().map(Identity::code).toList();
        this.soldier = 1 << codes.indexOf("demobilised-soldier");
        this.reward = 1 << codes.indexOf("family-planning-reward");
        this.full = (reward - 1) & ~soldier;
        this.rest = (1 << County.TIER_TWO) - 1 & ~(full | soldier | reward);
    }

    /** The subsidy in fen, and in the low four bits the identity that is paid. */
    long decide(int mask) {
        if ((mask & soldier) != 0 && mask >> County.TIER_TWO != 0) {
            return 65_500L << 4 | Integer.numberOfTrailingZeros(soldier);
        }
        int best = mask & (full | soldier);
        if (best != 0) {
            return 28_000L << 4 | Integer.numberOfTrailingZeros(best);
        }
        if ((mask & reward) != 0) {
            return 22_400L << 4 | Integer.numberOfTrailingZeros(reward);
        }
        int low = mask & rest;
        return low == 0 ? 0 : 19_600L << 4 | Integer.numberOfTrailingZeros(low);
    }
}
