package org.zhubao.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhubao.policy.Citation;
import org.zhubao.policy.PolicyNames;
import org.zhubao.register.Claim;
import org.zhubao.register.Person;
import org.zhubao.rules.Clause;
import org.zhubao.rules.Delivery;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.NeedsReview;
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
 * @param paidOn the first day on which the person paid, where the notice looks at it; null for who has not
 * @param endedTooLate why an identity still counts that a department has ended; empty where none has
 * @param delivery how the subsidy reaches the person; null where nothing is paid
 * @param open for review: what is silent, unknown or undecided
 * @param alternatives what would change the amount
 * @param override what persons decided against the rules; null where the rules decided
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
        @Nullable Delivery delivery,
        List<Candidate> paid,
        List<Lost> lost,
        List<FundShare> shares,
        List<Citation> decidedBy,
        List<Citation> assumed,
        @Nullable LocalDate paidOn,
        List<Citation> endedTooLate,
        List<Open> open,
        List<Alternative> alternatives,
        @Nullable Overruled override) {

    /**
     * A decision against the rules, and what they would have said.
     *
     * @param about what the identity or the fact is called
     * @param subsidyFen by the rules
     */
    public record Overruled(Overrides.Approved by, Open about, Outcome outcome, int reason, long subsidyFen) {

        static Overruled of(Overrides.Approved by, Policy policy, Determination rules) {
            return new Overruled(
                    by,
                    by.verdict().about(policy),
                    rules.outcome(),
                    rules.reason().code(),
                    rules instanceof Granted granted ? granted.subsidy().fen() : 0);
        }
    }

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
                            policy.fund(s.fund()).map(PolicyNames::of).orElse(s.fund()),
                            s.amount().fen(),
                            (int) (100 * s.amount().fen() / subsidyFen)))
                    .toList();
        }
    }

    /** Something that hangs on a fact nobody stated, or on a rule nobody made. */
    public record Open(String identity, String what) {

        /**
         * As {@link NeedsReview#open} names it: an identity, a fact, {@code identity.attribute}, {@code identity/standard}, a
         * value that is not filled in or a clause. What the policy has no name for stays as it is; messages have one.
         */
        public static Open of(Policy policy, String key) {
            String[] parts = key.split("[./]", 2);
            String first = policy.identity(parts[0]).map(PolicyNames::of).orElse("");
            if (parts.length == 1) {
                return first.isEmpty() ? new Open("", ofText(policy, key)) : new Open(first, "");
            }
            String what = policy.standard(parts[1])
                    .map(PolicyNames::of)
                    .or(() -> policy.identity(parts[0]).stream()
                            .flatMap(identity -> identity.attributes().stream())
                            .filter(attribute -> attribute.code().equals(parts[1]))
                            .map(PolicyNames::of)
                            .findFirst())
                    .or(() -> compared(policy, parts[0], parts[1]))
                    .orElse(parts[1]);
            return new Open(first, what);
        }

        private static String ofText(Policy policy, String key) {
            return policy.provisions().parameters().stream()
                    .filter(value -> key.equals("$" + value.name()))
                    .map(PolicyNames::of)
                    .findFirst()
                    .or(() -> policy.fact(key).map(PolicyNames::of))
                    .or(() -> policy.clause(key).map(Clause::article))
                    .orElse(key);
        }

        /** The day with which the day of recognition would have to be compared. */
        private static Optional<String> compared(Policy policy, String identity, String attribute) {
            return policy.comparisons(identity).stream()
                    .filter(comparison -> comparison.attribute().equals(attribute))
                    .flatMap(comparison -> policy.fact(comparison.fact()).stream())
                    .map(PolicyNames::of)
                    .findFirst();
        }
    }

    /** What would be otherwise. */
    public enum Change {
        IDENTITY_LOST("lost"),
        FACT("fact"),
        IDENTITY_GAINED("gained");

        private final String code;

        Change(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * One thing otherwise and what it would earn.
     *
     * @param name of the identity or the fact
     * @param fact its code; empty for an identity
     * @param value of the fact; empty for an identity
     * @param until the day until which the identity held counts, or by which one not held would have to be recognised
     */
    public record Alternative(
            Change change,
            String name,
            String fact,
            String value,
            @Nullable LocalDate until,
            Outcome outcome,
            long subsidyFen,
            List<FundShare> shares) {}
}
