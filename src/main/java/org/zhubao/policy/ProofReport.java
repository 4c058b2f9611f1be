package org.zhubao.policy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;

/**
 * The proof of one policy for one benefit year, with what it is the proof of.
 *
 * @param id of a published policy, or of a draft
 * @param draft null for a published one
 * @param policy as it was proved: without its rulings where the text alone was
 * @param digest of the text
 * @param years of the text, of which this is one
 */
public record ProofReport(
        String id,
        @Nullable UUID draft,
        Policy policy,
        String digest,
        boolean textAlone,
        Proof proof,
        List<Integer> years) {

    public ProofReport {
        years = List.copyOf(years);
    }

    /** @throws IndexOutOfBoundsException where the proof has no finding of that number */
    public Finding finding(int number) {
        return proof.findings().get(number);
    }

    /** Whether a ruling can be suggested for it; only a draft can take one. */
    public boolean takesRuling(int number) {
        return draft != null && SuggestedRuling.of(policy, finding(number)).isPresent();
    }
}
