package org.zhubao.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;

/**
 * A county made up at random, the same in every run: most hold one identity of the notice of Tongnan, some two or three,
 * and one in ten chose tier two. Each way of deciding gets the people in its own form.
 */
final class County {

    static final int PEOPLE = 300_000;

    /** So many of them are enough where each takes long. */
    static final int SAMPLE = 30_000;

    final Policy policy = PolicyTexts.policy("tongnan-hardship-2021");
    final Facts[] facts = new Facts[PEOPLE];

    /** Bit i is the identity number i of the policy, bit {@link #TIER_TWO} the tier. */
    final int[] masks = new int[PEOPLE];

    static final int TIER_TWO = 15;

    County() {
        Random random = new Random(2021);
        for (int i = 0; i < PEOPLE; i++) {
            masks[i] = mask(random);
            facts[i] = facts(masks[i]);
        }
    }

    private static int mask(Random random) {
        int chance = random.nextInt(100);
        int identities = chance < 85 ? 1 : chance < 98 ? 2 : 3;
        int mask = random.nextInt(10) == 0 ? 1 << TIER_TWO : 0;
        for (int i = 0; i < identities; i++) {
            mask |= 1 << random.nextInt(TIER_TWO);
        }
        return mask;
    }

    private Facts facts(int mask) {
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < TIER_TWO; i++) {
            if ((mask >> i & 1) == 1) {
                held.add(Held.of(policy.identities().get(i).code()));
            }
        }
        return new Facts(null, held, Map.of("tier", (mask >> TIER_TWO & 1) == 1 ? "2" : "1"));
    }
}
