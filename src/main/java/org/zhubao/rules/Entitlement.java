package org.zhubao.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one standard would pay for one identity.
 *
 * @param identity null where the standard is for everybody
 * @param premium what enrolment then costs
 * @param left what is then left of the premium, for the person or the next level to pay
 */
public record Entitlement(
        Standard standard,
        @Nullable Identity identity,
        String tier,
        Money premium,
        Money subsidy,
        List<Share> shares,
        Rest left) {

    /** One of which only is known whom it pays and how much: all that overlap rules look at. */
    public static Entitlement paying(Money subsidy, Standard standard, @Nullable Identity identity) {
        return new Entitlement(standard, identity, "", Money.ZERO, subsidy, List.of(), Rest.ofWhole(Map.of()));
    }

    boolean paysTheSameAs(Entitlement other) {
        return subsidy.equals(other.subsidy)
                && premium.equals(other.premium)
                && tier.equals(other.tier)
                && shares.equals(other.shares)
                && standard.delivery() == other.standard.delivery();
    }

    /** Whether it is the same one again, of somebody who holds an identity twice. Compares no texts of the policy. */
    boolean isSameAs(Entitlement other) {
        return standard == other.standard && identity == other.identity && paysTheSameAs(other);
    }

    String identityCode() {
        return identity == null ? "" : identity.code();
    }

    String label() {
        return identity == null ? standard.name() : identity.shortName();
    }

    List<String> basis() {
        Set<String> basis = new LinkedHashSet<>(standard.basis());
        if (identity != null) {
            basis.addAll(identity.basis());
        }
        return List.copyOf(basis);
    }

    Trace.Candidate traced() {
        return new Trace.Candidate(
                identityCode(),
                standard.id(),
                subsidy.fen(),
                shares.stream()
                        .map(s -> new Trace.FundFen(s.fund(), s.amount().fen()))
                        .toList(),
                basis());
    }
}
