package org.zhubao.policy.naive;

import java.util.HashMap;
import java.util.Map;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Outcome;

/** What somebody gets: granted, refused or for review, how much in fen, and from whom. */
record Answer(Outcome outcome, long subsidyFen, Map<String, Long> shares) {

    static final Answer NOTHING = new Answer(Outcome.REFUSED, 0, Map.of());
    static final Answer REVIEW = new Answer(Outcome.NEEDS_REVIEW, 0, Map.of());

    static Answer pays(String fund, long fen) {
        return fen == 0 ? NOTHING : new Answer(Outcome.GRANTED, fen, Map.of(fund, fen));
    }

    static Answer pays(String fund, long fen, String otherFund, long otherFen) {
        return new Answer(Outcome.GRANTED, fen + otherFen, Map.of(fund, fen, otherFund, otherFen));
    }

    static Answer of(Determination determination) {
        if (!(determination instanceof Granted granted)) {
            return new Answer(determination.outcome(), 0, Map.of());
        }
        Map<String, Long> shares = new HashMap<>();
        granted.shares().forEach(s -> shares.put(s.fund(), s.amount().fen()));
        return new Answer(Outcome.GRANTED, granted.subsidy().fen(), shares);
    }
}
