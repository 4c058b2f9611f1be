package org.zhubao.determination;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhubao.policy.PolicyNames;
import org.zhubao.rules.AsOf;
import org.zhubao.rules.Condition.RecognisedBy;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;

/**
 * Somebody is paid as if they held one identity alone and had been recognised in time. One statement that stands against
 * it, such as an expired certificate, is left aside: that is what was decided.
 *
 * @param identity its code
 */
public record PaidAs(String identity) implements Verdict {

    @Override
    public Determination determine(Policy policy, Facts facts) {
        Held held = held(policy, facts);
        Determination asStated = policy.determine(new Facts(facts.birthDate(), List.of(held), facts.values()));
        return readings(held, facts)
                .map(policy::determine)
                .filter(determination -> determination.outcome() == Outcome.GRANTED)
                .findFirst()
                .orElse(asStated);
    }

    /** Where something is paid the decision is the reason, not the rule. */
    @Override
    public Reason reason(Determination determination) {
        return determination.outcome() == Outcome.GRANTED ? Reason.GRANTED_BY_OVERRIDE : determination.reason();
    }

    @Override
    public boolean fits(Policy policy) {
        return policy.identity(identity).isPresent();
    }

    @Override
    public String code() {
        return identity;
    }

    @Override
    public DecisionCard.Open about(Policy policy) {
        return new DecisionCard.Open(
                policy.identity(identity).map(PolicyNames::of).orElse(identity), "");
    }

    @Override
    public String messageKey() {
        return "verdict.paid-as";
    }

    private Held held(Policy policy, Facts facts) {
        Held stated = facts.held().stream()
                .filter(h -> h.identity().equals(identity))
                .findFirst()
                .orElse(Held.of(identity));
        Map<String, String> attributes = new HashMap<>(stated.attributes());
        policy.comparisons(identity).forEach(inTime -> attributes.put(inTime.attribute(), RecognisedBy.YES));
        return new Held(stated.identity(), attributes, dayThatCounts(policy, stated));
    }

    private static @Nullable LocalDate dayThatCounts(Policy policy, Held stated) {
        AsOf recognised =
                policy.identity(stated.identity()).map(Identity::recognised).orElse(AsOf.ANY_TIME);
        if (recognised.includes(stated.recognisedOn())) {
            return stated.recognisedOn();
        }
        LocalDate before = recognised.window().before();
        return before == null ? recognised.window().from() : before.minusDays(1);
    }

    /** As stated, then with one attribute or one other fact left aside, then with no attribute at all. */
    private static Stream<Facts> readings(Held held, Facts facts) {
        Function<Map<String, String>, Facts> carrying = attributes -> new Facts(
                facts.birthDate(), List.of(new Held(held.identity(), attributes, held.recognisedOn())), facts.values());
        return Stream.of(
                        Stream.of(carrying.apply(held.attributes())),
                        held.attributes().keySet().stream()
                                .sorted()
                                .map(key -> carrying.apply(without(held.attributes(), key))),
                        facts.values().keySet().stream()
                                .sorted()
                                .map(key -> new Facts(facts.birthDate(), List.of(held), without(facts.values(), key))),
                        Stream.of(carrying.apply(Map.of())))
                .flatMap(Function.identity());
    }

    private static Map<String, String> without(Map<String, String> map, String key) {
        Map<String, String> fewer = new HashMap<>(map);
        fewer.remove(key);
        return fewer;
    }
}
