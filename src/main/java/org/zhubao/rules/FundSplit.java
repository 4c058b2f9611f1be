package org.zhubao.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who bears a subsidy: funds pay one after the other, none more than is left, and the last takes the remainder. So
 * shares always add up.
 */
public record FundSplit(List<Step> steps) {

    /** In place of a fund: the own money of the department that certifies the identity paid. */
    public static final String CERTIFIER = "certifier";

    public FundSplit {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || !steps.get(steps.size() - 1).takesTheRest()) {
            throw new IllegalArgumentException("the last fund must take the rest, whoever it is for");
        }
    }

    /**
     * @param when who this fund pays for, seen from the identities held, not only from the one paid
     * @param advancedBy the fund that pays in its place at first, and is paid back; empty when it pays itself
     */
    public record Step(String fund, Take take, Condition when, String advancedBy) {

        public Step(String fund, Take take, Condition when) {
            this(fund, take, when, "");
        }

        boolean takesTheRest() {
            return take instanceof Take.Rest && when.equals(Condition.always());
        }
    }

    /** How much a fund takes on. */
    public sealed interface Take {

        /** @param left what the funds before have left of the subsidy */
        Money of(Money subsidy, Money premium, Money left);

        record Rest() implements Take {
            @Override
            public Money of(Money subsidy, Money premium, Money left) {
                return subsidy;
            }
        }

        record Fixed(Money money) implements Take {
            @Override
            public Money of(Money subsidy, Money premium, Money left) {
                return money;
            }
        }

        record PercentOfSubsidy(BigDecimal percent, RoundingMode rounding) implements Take {
            @Override
            public Money of(Money subsidy, Money premium, Money left) {
                return subsidy.percent(percent, rounding);
            }
        }

        /** A share of what the funds before have left, as between levels of government. */
        record PercentOfRest(BigDecimal percent, RoundingMode rounding) implements Take {
            @Override
            public Money of(Money subsidy, Money premium, Money left) {
                return left.percent(percent, rounding);
            }
        }

        record PercentOfPremium(BigDecimal percent, RoundingMode rounding) implements Take {
            @Override
            public Money of(Money subsidy, Money premium, Money left) {
                return premium.percent(percent, rounding);
            }
        }
    }

    /** What the funds that pay for somebody are named with, rests left out; it may be more than the subsidy. */
    public Money stated(Money subsidy, Money premium, Situation situation) {
        Money stated = Money.ZERO;
        for (Step step : steps) {
            if (!(step.take() instanceof Take.Rest) && step.when().holdsIn(situation)) {
                Money left = subsidy.minus(stated).max(Money.ZERO);
                stated = stated.plus(step.take().of(subsidy, premium, left));
            }
        }
        return stated;
    }

    /** What funds owe to those that paid in their place. */
    List<Claim> claims(List<Share> shares) {
        return shares.stream()
                .flatMap(share -> steps.stream()
                        .filter(s -> s.fund().equals(share.fund())
                                && !s.advancedBy().isEmpty()
                                && !s.advancedBy().equals(share.fund()))
                        .limit(1)
                        .map(s -> new Claim(s.advancedBy(), share.fund(), share.amount())))
                .toList();
    }

    List<Share> split(Money subsidy, Money premium, @Nullable String certifiersFund, Situation situation) {
        List<Share> shares = new ArrayList<>();
        Money left = subsidy;
        for (Step step : steps) {
            if (left.isZero() || !step.when().holdsIn(situation)) {
                continue;
            }
            Money taken = step.take().of(subsidy, premium, left).min(left);
            if (!taken.isZero()) {
                String fund = step.fund().equals(CERTIFIER) && certifiersFund != null ? certifiersFund : step.fund();
                shares.add(new Share(fund, taken));
                left = left.minus(taken);
            }
        }
        return shares;
    }
}
