package org.zhubao.determination;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;

/**
 * What a determination pays, in fen.
 *
 * @param shares by fund; they add up to the subsidy
 */
record Paid(long fen, Map<String, Long> shares) {

    static final Paid NOTHING = new Paid(0, Map.of());

    /** Nothing, unless it grants something. */
    static Paid by(@Nullable Determination determination) {
        if (!(determination instanceof Granted granted)) {
            return NOTHING;
        }
        Map<String, Long> shares = new LinkedHashMap<>();
        granted.shares()
                .forEach(share -> shares.put(share.fund(), share.amount().fen()));
        return new Paid(granted.subsidy().fen(), shares);
    }

    long share(String fund) {
        return shares.getOrDefault(fund, 0L);
    }
}
