package org.zhubao.settlement;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run says of somebody.
 *
 * @param identity by which they are paid
 * @param byPersons whether two persons decided it against the rules
 * @param asRules whether the rules by themselves come to the same amount
 */
record Said(
        String identity,
        long subsidyFen,
        boolean disabled,
        boolean byPersons,
        boolean asRules,
        Map<String, Long> shares) {

    static final Said NOTHING = new Said("", 0, false, false, true, Map.of());

    boolean isGranted() {
        return subsidyFen > 0;
    }

    long share(String fund) {
        return shares.getOrDefault(fund, 0L);
    }

    /** The same as two persons decided it. @param rules what the rules by themselves say */
    Said decided(Said rules) {
        return new Said(identity, subsidyFen, disabled, true, rules.subsidyFen == subsidyFen, shares);
    }

    /** The same where the premium, and with it every amount, is so much of what it usually is. */
    Said times(long percent) {
        Map<String, Long> more = shares.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, share -> share.getValue() * percent / 100));
        return new Said(identity, subsidyFen * percent / 100, disabled, byPersons, asRules, more);
    }
}
