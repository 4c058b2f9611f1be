package org.zhubao.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A policy built by hand with good defaults: a premium of 400 yuan and the identities poor, old and disabled. */
final class Rulebook {

    static final LocalDate CUT_OFF = LocalDate.of(2020, 8, 31);

    private final List<FactSpec> facts = new ArrayList<>();
    private final List<Identity> identities = new ArrayList<>(
            List.of(identity("poor", "civil-affairs"), identity("old", "health"), identity("disabled", "disabled")));
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<Standard> standards = new ArrayList<>();
    private final List<OverlapRule> rules = new ArrayList<>();
    private final List<AfterPayment> afterPayment = new ArrayList<>();
    private final Set<String> pending = new HashSet<>();
    private List<Set<String>> levels = List.of();

    static Rulebook rulebook() {
        return new Rulebook();
    }

    static Identity identity(String code, String certifier) {
        return new Identity(
                code,
                code,
                code,
                certifier,
                List.of(code),
                List.of(new FactSpec("grade", "级", "", List.of(), "", List.of("1", "2", "3", "4"), null, List.of())),
                Condition.always(),
                AsOf.ANY_TIME,
                List.of(),
                List.of("who"));
    }

    Rulebook fact(String code, String... values) {
        facts.add(new FactSpec(code, code, "", List.of(), "", List.of(values), null, List.of()));
        return this;
    }

    Rulebook identity(Identity identity) {
        identities.removeIf(i -> i.code().equals(identity.code()));
        identities.add(identity);
        return this;
    }

    Rulebook excluded(Reason reason, Condition when) {
        exclusions.add(new Exclusion(reason, when, List.of("excluded")));
        return this;
    }

    /** A fixed amount in yuan from the county, for some identities or for everybody. */
    Rulebook pays(String id, int yuan, Condition when, String... identities) {
        standards.add(new Standard(
                id,
                id,
                List.of(identities),
                when,
                List.of(new Part(new Amount.Fixed(Money.ofFen(yuan * 100L)), Premium.CHOSEN, Set.of(), null)),
                new FundSplit(List.of(new FundSplit.Step("county", new FundSplit.Take.Rest(), Condition.always()))),
                Premium.CHOSEN,
                Delivery.NET_AT_COLLECTION,
                List.of("clause-" + id)));
        return this;
    }

    Rulebook pays(String id, int yuan, String... identities) {
        return pays(id, yuan, Condition.always(), identities);
    }

    Rulebook rule(OverlapRule rule) {
        rules.add(rule);
        return this;
    }

    Rulebook levels(String... levelsOfStandards) {
        levels = Arrays.stream(levelsOfStandards).map(l -> Set.of(l.split(" "))).toList();
        return this;
    }

    Rulebook afterPayment(AfterPayment rule) {
        afterPayment.add(rule);
        return this;
    }

    Rulebook pending(String... ids) {
        pending.addAll(List.of(ids));
        return this;
    }

    Policy policy() {
        Set<String> all = standards.stream().map(Standard::id).collect(Collectors.toSet());
        return new Policy(new Provisions(
                "rulebook",
                "规则",
                "510402",
                new BenefitYears(2021, 2021),
                2021,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                facts,
                identities,
                exclusions,
                new Premium(
                        List.of(new Premium.Component("basic", "基本")),
                        List.of(),
                        List.of(new Premium.Row(
                                "", Condition.always(), Map.of("basic", Money.ofYuan("400")), List.of()))),
                List.of(new Fund("county", "县", "", null, List.of())),
                standards,
                new Overlap(rules, levels.isEmpty() ? List.of(all) : levels, List.of("stacking")),
                List.of(),
                List.of(),
                List.of(),
                afterPayment,
                Removals.ALWAYS_COUNT,
                List.of(),
                pending));
    }

    static Selector of(String... codes) {
        return new Selector(false, Set.of(codes), Set.of());
    }

    static Facts holding(String... identities) {
        return new Facts(
                LocalDate.of(1980, 1, 1),
                Arrays.stream(identities).map(Held::of).toList(),
                Map.of());
    }

    static Amount percent(String percent) {
        return new Amount.Percent(new BigDecimal(percent), RoundingMode.HALF_UP);
    }
}
