package org.zhubao.determination.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.determination.DecisionCard;
import org.zhubao.determination.DecisionCard.Candidate;
import org.zhubao.determination.DecisionCard.FundShare;
import org.zhubao.determination.DecisionCard.Lost;
import org.zhubao.determination.DecisionCard.Open;
import org.zhubao.determination.Overrides;
import org.zhubao.determination.PaidAs;
import org.zhubao.determination.StatedFact;
import org.zhubao.policy.Citation;
import org.zhubao.register.Claim;

/**
 * A decision card as programs get it; see {@link DecisionCard}.
 *
 * @param maskedNumber the identity number as the screen shows it
 * @param outcome granted, refused or review
 * @param reason number of the reason
 * @param paidOn the first payment, where the notice looks at it; null for who has not paid
 * @param endedTooLate why an identity still counts that a department has ended
 * @param delivery how the subsidy reaches the person, as a policy text names it
 */
record CardAnswer(
        UUID run,
        UUID person,
        String policyTitle,
        String name,
        String maskedNumber,
        List<Claim> claims,
        String outcome,
        int reason,
        String paidAs,
        long premiumFen,
        long subsidyFen,
        long payableFen,
        @Nullable String delivery,
        List<Candidate> paid,
        List<Lost> lost,
        List<Share> shares,
        List<Citation> decidedBy,
        List<Citation> assumed,
        @Nullable LocalDate paidOn,
        List<Citation> endedTooLate,
        List<Open> open,
        List<Alternative> alternatives,
        @Nullable Overruled override) {

    /**
     * Who decided against the rules, on what grounds, and what the rules would have paid.
     *
     * @param identity code of the identity as whose holder the person is treated; null where nothing is paid, or a fact
     *     is stated
     * @param stated the fact that was stated, {@code fact=value}; null where none was
     */
    record Overruled(
            UUID id,
            @Nullable String identity,
            @Nullable String stated,
            String reason,
            String document,
            String proposedBy,
            String approvedBy,
            Instant approvedAt,
            long subsidyByRuleFen) {

        static Overruled of(DecisionCard.Overruled overruled) {
            Overrides.Approved by = overruled.by();
            return new Overruled(
                    by.id(),
                    by.verdict() instanceof PaidAs paid ? paid.identity() : null,
                    by.verdict() instanceof StatedFact fact ? fact.code() : null,
                    by.reason(),
                    by.document(),
                    by.proposedBy(),
                    by.approvedBy(),
                    by.approvedAt(),
                    overruled.subsidyFen());
        }
    }

    /** What one fund bears. */
    record Share(String fund, long amountFen) {

        static List<Share> of(List<FundShare> shares) {
            return shares.stream().map(s -> new Share(s.fund(), s.fen())).toList();
        }
    }

    /**
     * @param change gained or lost for an identity, fact for a fact
     * @param until the day until which the identity counts, or by which it would have to be recognised
     */
    record Alternative(
            String change,
            String name,
            String value,
            @Nullable LocalDate until,
            String outcome,
            long subsidyFen,
            List<Share> shares) {

        static Alternative of(DecisionCard.Alternative other) {
            return new Alternative(
                    other.change().code(),
                    other.name(),
                    other.value(),
                    other.until(),
                    other.outcome().code(),
                    other.subsidyFen(),
                    Share.of(other.shares()));
        }
    }

    static CardAnswer of(DecisionCard card) {
        return new CardAnswer(
                card.run().id(),
                card.person().id(),
                card.policyTitle(),
                card.person().name(),
                card.person().number().masked(),
                card.claims(),
                card.outcome().code(),
                card.reason(),
                card.paidAs(),
                card.premiumFen(),
                card.subsidyFen(),
                card.payableFen(),
                card.delivery() == null ? null : card.delivery().word(),
                card.paid(),
                card.lost(),
                Share.of(card.shares()),
                card.decidedBy(),
                card.assumed(),
                card.paidOn(),
                card.endedTooLate(),
                card.open(),
                card.alternatives().stream().map(Alternative::of).toList(),
                card.override() == null ? null : Overruled.of(card.override()));
    }
}
