package org.zhubao.rules;

import java.util.List;

/**
 * A subsidy. Shares add up to it, and with what the person pays it makes up the premium.
 *
 * @param standards the standards that pay, first the one that pays first
 * @param identities the identities it rests on, first the one paid; empty where a standard is for everybody
 * @param paidAs how sheets name it, such as 低保-残疾人
 * @param tier the tier of enrolment; empty where the policy has no tiers
 */
public record Granted(
        List<String> standards,
        List<String> identities,
        String paidAs,
        String tier,
        Money premium,
        Money subsidy,
        Money payable,
        List<Share> shares,
        Trace trace)
        implements Determination {

    public Granted {
        standards = List.copyOf(standards);
        identities = List.copyOf(identities);
        shares = List.copyOf(shares);
        Money shared = shares.stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
        if (!shared.equals(subsidy) || !subsidy.plus(payable).equals(premium) || payable.isNegative()) {
            throw new IllegalArgumentException(
                    "sums disagree: shares " + shares + ", subsidy " + subsidy + ", payable " + payable);
        }
    }

    /** The standard that pays first. */
    public String standard() {
        return standards.get(0);
    }

    @Override
    public Outcome outcome() {
        return Outcome.GRANTED;
    }

    @Override
    public Reason reason() {
        return Reason.GRANTED;
    }

    @Override
    public Granted with(Trace other) {
        return new Granted(standards, identities, paidAs, tier, premium, subsidy, payable, shares, other);
    }
}
