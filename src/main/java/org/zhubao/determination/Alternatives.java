package org.zhubao.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhubao.determination.DecisionCard.Alternative;
import org.zhubao.determination.DecisionCard.Change;
import org.zhubao.determination.DecisionCard.FundShare;
import org.zhubao.policy.PolicyNames;
import org.zhubao.rules.Determination;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Policy;

/** What would change somebody's amount: one identity less or more, or one fact otherwise. */
final class Alternatives {

    private static final int MOST = 8;

    private final Policy policy;
    private final Facts facts;
    private final Determination now;
    private final Map<String, @Nullable LocalDate> expiries;
    private final List<Alternative> found = new ArrayList<>();

    private Alternatives(Policy policy, Facts facts, Map<String, @Nullable LocalDate> expiries) {
        this.policy = policy;
        this.facts = facts;
        this.now = policy.determine(facts);
        this.expiries = expiries;
    }

    /**
     * Those that lead to another outcome, amount or payer: what may be lost first, then facts, then what may be gained;
     * in each the largest amount first.
     *
     * @param expiries until when identities held are certified, by code
     */
    static List<Alternative> of(Policy policy, Facts facts, Map<String, @Nullable LocalDate> expiries) {
        Alternatives alternatives = new Alternatives(policy, facts, expiries);
        facts.held().forEach(alternatives::without);
        facts.held().forEach(alternatives::withOtherAttributes);
        policy.facts().forEach(alternatives::withOtherFact);
        policy.identities().stream().filter(i -> !alternatives.holds(i)).forEach(alternatives::with);
        return alternatives.found.stream()
                .sorted(Comparator.comparing(Alternative::change)
                        .thenComparing(Alternative::subsidyFen, Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
    }

    private boolean holds(Identity identity) {
        return facts.held().stream().anyMatch(h -> h.identity().equals(identity.code()));
    }

    private void without(Held held) {
        List<Held> fewer = facts.held().stream().filter(h -> !h.equals(held)).toList();
        String name = policy.identity(held.identity()).map(PolicyNames::of).orElse(held.identity());
        add(
                new Point(Change.IDENTITY_LOST, name, "", "", expiries.get(held.identity())),
                new Facts(facts.birthDate(), fewer, facts.values()));
    }

    /** Recognised on the last day that counts. */
    private void with(Identity identity) {
        LocalDate before = identity.recognised().window().before();
        LocalDate last = before == null ? null : before.minusDays(1);
        LocalDate day = last == null ? identity.recognised().window().from() : last;
        List<Held> more = new ArrayList<>(facts.held());
        more.add(new Held(identity.code(), Map.of(), day));
        add(
                new Point(Change.IDENTITY_GAINED, PolicyNames.of(identity), "", "", last),
                new Facts(facts.birthDate(), more, facts.values()));
    }

    private void withOtherAttributes(Held held) {
        Identity identity = policy.identity(held.identity()).orElse(null);
        if (identity == null) {
            return;
        }
        for (FactSpec spec : identity.attributes()) {
            if (policy.attributesUsed(held.identity()).contains(spec.code())) {
                others(spec, held.attributes()).forEach(value -> {
                    Held other =
                            new Held(held.identity(), with(held.attributes(), spec.code(), value), held.recognisedOn());
                    List<Held> all = facts.held().stream()
                            .map(h -> h.equals(held) ? other : h)
                            .toList();
                    add(
                            new Point(
                                    Change.FACT,
                                    PolicyNames.shortOf(identity) + " " + PolicyNames.of(spec),
                                    spec.code(),
                                    value,
                                    null),
                            new Facts(facts.birthDate(), all, facts.values()));
                });
            }
        }
    }

    private void withOtherFact(FactSpec spec) {
        if (policy.factsUsed().contains(spec.code())) {
            others(spec, facts.values())
                    .forEach(value -> add(
                            new Point(Change.FACT, PolicyNames.of(spec), spec.code(), value, null),
                            new Facts(facts.birthDate(), facts.held(), with(facts.values(), spec.code(), value))));
        }
    }

    /** Values that are not stated and not assumed; of a date the first day of each stretch that is decided alike. */
    private Stream<String> others(FactSpec spec, Map<String, String> stated) {
        String value = stated.getOrDefault(spec.code(), spec.whenAbsent());
        Stream<String> possible = spec.isDate()
                ? policy.factBreaks().getOrDefault(spec.code(), List.of()).stream()
                        .map(LocalDate::toString)
                : spec.values().stream();
        return possible.filter(other -> !other.equals(value));
    }

    private static Map<String, String> with(Map<String, String> values, String key, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(key, value);
        return more;
    }

    /** What would be otherwise. */
    private record Point(Change change, String name, String fact, String value, @Nullable LocalDate until) {}

    private void add(Point point, Facts others) {
        Determination then = policy.determine(others);
        boolean onlyRaisesAQuestion =
                point.change() == Change.IDENTITY_GAINED && then.outcome() == Outcome.NEEDS_REVIEW;
        if (!onlyRaisesAQuestion
                && (now.outcome() != then.outcome() || !shares(now).equals(shares(then)))) {
            found.add(new Alternative(
                    point.change(),
                    point.name(),
                    point.fact(),
                    point.value(),
                    point.until(),
                    then.outcome(),
                    subsidyFen(then),
                    shares(then)));
        }
    }

    private List<FundShare> shares(Determination determination) {
        return determination instanceof Granted granted
                ? FundShare.of(policy, granted.subsidy().fen(), granted.shares())
                : List.of();
    }

    private static long subsidyFen(Determination determination) {
        return determination instanceof Granted granted ? granted.subsidy().fen() : 0;
    }
}
