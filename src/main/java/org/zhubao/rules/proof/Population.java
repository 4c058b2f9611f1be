package org.zhubao.rules.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhubao.rules.Condition;
import org.zhubao.rules.Coverage.Dimension;
import org.zhubao.rules.Exclusion;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Premium;
import org.zhubao.rules.Situation;

/**
 * The kinds of person a policy can tell apart. A decision hangs on nothing but which of the policy's single conditions
 * are met, the tier, and which identities count; whoever is alike in these is decided alike.
 */
final class Population {

    private final Policy policy;
    private final Variety variety;
    private final List<Condition> conditions;
    private final boolean looksAtWhatIsCertified;

    Population(Policy policy) {
        this.policy = policy;
        this.variety = new Variety(policy);
        this.conditions = policy.provisions()
                .conditions()
                .flatMap(Condition::parts)
                .distinct()
                .toList();
        this.looksAtWhatIsCertified = ofCertification(policy).anyMatch(Condition.Holds.class::isInstance);
    }

    /** Conditions that look at identities whether or not they count. */
    private static Stream<Condition> ofCertification(Policy policy) {
        return Stream.of(
                        policy.identities().stream().map(Identity::meets),
                        policy.identities().stream()
                                .flatMap(i -> i.exclusions().stream())
                                .map(Exclusion::when),
                        policy.provisions().exclusions().stream().map(Exclusion::when))
                .flatMap(Function.identity())
                .flatMap(Condition::parts);
    }

    /** The kinds of person who hold nothing yet, each with all they may hold. */
    List<Background> backgrounds() {
        return Alike.group(variety.persons(), this::signature).stream()
                .map(person -> new Background(person, identitiesFor(person.one())))
                .toList();
    }

    List<Dimension> dimensions() {
        return variety.dimensions();
    }

    private List<Background.Choice> identitiesFor(Facts person) {
        List<Background.Choice> choices = new ArrayList<>();
        for (Identity identity : policy.identities()) {
            List<Held> all = variety.states(identity);
            List<Held> distinct = looksAtWhatIsCertified
                    ? all
                    : all.stream().filter(h -> counts(person, h)).toList();
            choices.add(new Background.Choice(
                    1L + all.size() - distinct.size(), Alike.group(distinct, h -> signature(person, h, identity))));
        }
        return choices;
    }

    private boolean counts(Facts person, Held held) {
        return policy.determine(with(person, held)).trace().identities().get(0).counts();
    }

    private List<Object> signature(Facts person) {
        List<Object> signature = truths(new Situation(person, List.of(), null));
        signature.add(person.values().getOrDefault(Premium.TIER, ""));
        return signature;
    }

    private List<Object> signature(Facts person, Held held, Identity identity) {
        List<Object> signature = truths(new Situation(with(person, held), List.of(held), held));
        signature.add(identity.recognised().includes(held.recognisedOn()));
        return signature;
    }

    private List<Object> truths(Situation situation) {
        List<Object> truths = new ArrayList<>();
        conditions.forEach(c -> truths.add(c.holdsIn(situation)));
        return truths;
    }

    private static Facts with(Facts person, Held held) {
        return new Facts(person.birthDate(), List.of(held), person.values());
    }
}
