package org.zhubao.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what each standard would pay a person. */
final class Pricing {

    private final Provisions provisions;

    Pricing(Provisions provisions) {
        this.provisions = provisions;
    }

    /**
     * @param standards the ids of those to look at
     * @param left what is left of the premium; null when nothing has been paid yet
     * @return one entitlement for each standard and identity that it pays, in the order of the policy
     */
    List<Entitlement> entitlements(Set<String> standards, Situation situation, @Nullable Rest left) {
        List<Entitlement> all = new ArrayList<>();
        for (Standard standard : provisions.standards()) {
            if (!standards.contains(standard.id())) {
                continue;
            }
            if (standard.isForEverybody()) {
                addIfMet(standard, null, situation.about(null), left, all);
            }
            for (String code : standard.identities()) {
                situation.counted().stream()
                        .filter(h -> h.identity().equals(code))
                        .forEach(h -> addIfMet(standard, identity(code), situation.about(h), left, all));
            }
        }
        return all;
    }

    private void addIfMet(
            Standard standard,
            @Nullable Identity identity,
            Situation situation,
            @Nullable Rest left,
            List<Entitlement> all) {
        if (standard.when().holdsIn(situation)) {
            Entitlement priced = price(standard, identity, situation, left);
            if (all.stream().noneMatch(priced::isSameAs)) {
                all.add(priced);
            }
        }
    }

    private Entitlement price(
            Standard standard, @Nullable Identity identity, Situation situation, @Nullable Rest left) {
        Premium rates = provisions.premium();
        String tier = rates.named(standard.tier(), situation);
        Rest whole = rates.whole(tier, situation);
        Money premium = whole.total();
        Rest before = left == null ? whole : left;
        Rest after = before;
        for (Part part : standard.parts()) {
            after = part.payFrom(after, rates, situation);
        }
        Money subsidy = before.total().minus(after.total());
        FundSplit funds = standard.funds();
        List<Share> shares =
                funds == null ? List.of() : funds.split(subsidy, premium, certifiersFund(identity), situation);
        return new Entitlement(standard, identity, tier, premium, subsidy, shares, after);
    }

    private Identity identity(String code) {
        return provisions.identities().stream()
                .filter(i -> i.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable String certifiersFund(@Nullable Identity identity) {
        return identity == null
                ? null
                : provisions.funds().stream()
                        .filter(f -> f.department().equals(identity.certifier()))
                        .map(Fund::code)
                        .findFirst()
                        .orElse(null);
    }
}
