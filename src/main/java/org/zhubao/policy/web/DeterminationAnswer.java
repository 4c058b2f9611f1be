package org.zhubao.policy.web;

import java.util.List;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Share;
import org.zhubao.rules.Trace;

/**
 * A determination as calls answer it. Amounts are 0 where nothing is decided.
 *
 * @param reason stable number
 * @param open for review: identities, facts or standards that are open; else empty
 */
record DeterminationAnswer(
        String outcome,
        int reason,
        List<String> standards,
        List<String> identities,
        String paidAs,
        String tier,
        long premiumFen,
        long subsidyFen,
        long payableFen,
        List<ProofAnswer.ShareAnswer> shares,
        List<String> open,
        Trace trace) {

    static DeterminationAnswer of(Determination determination) {
        if (determination instanceof Granted granted) {
            return new DeterminationAnswer(
                    granted.outcome().code(),
                    granted.reason().code(),
                    granted.standards(),
                    granted.identities(),
                    granted.paidAs(),
                    granted.tier(),
                    granted.premium().fen(),
                    granted.subsidy().fen(),
                    granted.payable().fen(),
                    granted.shares().stream().map(DeterminationAnswer::share).toList(),
                    List.of(),
                    granted.trace());
        }
        if (determination instanceof Refused refused) {
            List<String> identities = refused.identity().isEmpty() ? List.of() : List.of(refused.identity());
            return nothing(determination, identities, refused.premium().fen(), List.of());
        }
        return nothing(determination, List.of(), 0, ((NeedsReview) determination).open());
    }

    private static DeterminationAnswer nothing(
            Determination determination, List<String> identities, long premiumFen, List<String> open) {
        return new DeterminationAnswer(
                determination.outcome().code(),
                determination.reason().code(),
                List.of(),
                identities,
                "",
                "",
                premiumFen,
                0,
                premiumFen,
                List.of(),
                open,
                determination.trace());
    }

    private static ProofAnswer.ShareAnswer share(Share share) {
        return new ProofAnswer.ShareAnswer(share.fund(), share.amount().fen());
    }
}
