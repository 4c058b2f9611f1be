package org.zhubao.determination;

import java.util.List;
import java.util.Map;
import org.zhubao.policy.Citation;
import org.zhubao.register.Claim;
import org.zhubao.register.Person;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Share;

/**
 * Why a person gets what they get: everything a card shows, in the order in which it is read.
 *
 * @param claims the identities held as the run knew them, each with its source row
 * @param names what the notice calls identities, by code
 * @param reason number of the reason
 * @param paid what is paid, usually one; several where standards stack
 * @param lost what was not paid, and why
 * @param assumed what the policy takes the silence of rosters to mean, where that mattered
 * @param open for review: what is silent, unknown or undecided
 * @param alternatives what would change the amount
 */
public record DecisionCard(
        Run run,
        String policyTitle,
        Person person,
        List<Claim> claims,
        Map<String, String> names,
        Outcome outcome,
        int reason,
        String paidAs,
        long premiumFen,
        long subsidyFen,
        long payableFen,
        List<Candidate> paid,
        List<Lost> lost,
        List<FundShare> shares,
        List<Citation> decidedBy,
        List<Citation> assumed,
        List<String> open,
        List<Alternative> alternatives) {

    /** What one identity would earn. */
    public record Candidate(String identity, String standard, long subsidyFen, List<Citation> basis) {}

    /**
     * @param by name of what displaced it; empty when it does not count at all
     * @param reason number of the reason for which it does not count; 0 when it was displaced
     */
    public record Lost(String identity, long subsidyFen, String by, int reason, List<Citation> basis) {}

    /** @param percent of the subsidy, rounded down, for the width of a bar */
    public record FundShare(String fund, long fen, int percent) {

        static List<FundShare> of(Policy policy, long subsidyFen, List<Share> shares) {
            return shares.stream()
                    .map(s -> new FundShare(
                            policy.fund(s.fund()).map(Fund::name).orElse(s.fund()),
                            s.amount().fen(),
                            (int) (100 * s.amount().fen() / subsidyFen)))
                    .toList();
        }
    }

    /**
     * Another set of identities and what it would earn.
     *
     * @param gained whether the identity would be gained; else lost
     */
    public record Alternative(
            String identity, boolean gained, Outcome outcome, long subsidyFen, List<FundShare> shares) {}
}
