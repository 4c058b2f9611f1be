package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Determination;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Money;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Profile;
import org.zhubao.rules.Share;
import org.zhubao.rules.Trace;

/** What holds of every policy and every person, known and unknown facts included. */
class PolicyPropertiesTests {

    record Person(Policy policy, Facts facts) {}

    @Provide
    Arbitrary<Person> persons() {
        return Arbitraries.of(PolicyTexts.catalog().all())
                .flatMap(p -> Arbitraries.randomValue(r -> new Person(p.policy(), facts(p.policy(), r))));
    }

    @Property(tries = 3000)
    void everyPersonGetsADeterminationThatAddsUp(@ForAll("persons") Person person) {
        Determination determination = person.policy.determine(person.facts);
        if (determination instanceof Granted granted) {
            Money shared = granted.shares().stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
            assertThat(shared).isEqualTo(granted.subsidy());
            assertThat(granted.subsidy().plus(granted.payable())).isEqualTo(granted.premium());
            assertThat(granted.subsidy()).isGreaterThan(Money.ZERO);
            assertThat(granted.trace().paid()).isNotEmpty();
            assertThat(granted.trace().decidedBy()).isNotEmpty();
        }
    }

    @Property(tries = 3000)
    void everythingCitedCanBeReadAloud(@ForAll("persons") Person person) {
        Trace trace = person.policy.determine(person.facts).trace();
        assertThat(trace.decidedBy())
                .allMatch(id -> person.policy.clause(id).isPresent()
                        || person.policy.ruling(id).isPresent());
        assertThat(trace.displaced())
                .allMatch(d -> person.policy.standard(d.standard()).isPresent());
    }

    @Property(tries = 3000)
    void aProfileIsCanonicalAndDecidesAlike(@ForAll("persons") Person person) {
        Profile profile = person.policy.profile(person.facts);
        assertThat(person.policy.profile(profile.facts())).isEqualTo(profile);
        List<Held> reversed = new ArrayList<>(person.facts.held());
        Collections.reverse(reversed);
        Facts shuffled = new Facts(person.facts.birthDate(), reversed, person.facts.values());
        assertThat(person.policy.profile(shuffled)).isEqualTo(profile);
        assertThat(person.policy.determine(profile)).isEqualTo(person.policy.determine(shuffled));
    }

    /** Unless the policy compares two days of one person. */
    @Property(tries = 3000)
    void datesWithinOneBandMakeNoDifference(@ForAll("persons") Person person) {
        Assume.that(person.policy.decidesByBands());
        List<LocalDate> births = person.policy.birthDateBreaks();
        List<LocalDate> recognitions = person.policy.recognisedOnBreaks();
        Facts moved = new Facts(
                firstOfBand(births, person.facts.birthDate()),
                person.facts.held().stream()
                        .map(h -> new Held(h.identity(), h.attributes(), firstOfBand(recognitions, h.recognisedOn())))
                        .toList(),
                person.facts.values());
        assertThat(person.policy.profile(moved)).isEqualTo(person.policy.profile(person.facts));
    }

    /** Where the highest wins, one identity more never pays less. */
    @Property(tries = 3000)
    void oneMoreIdentityNeverPaysLessWhereTheHighestWins(@ForAll("persons") Person person) {
        if (person.policy.id().equals("panzhihua-hardship")
                || person.facts.held().isEmpty()) {
            return;
        }
        Facts fewer = new Facts(
                person.facts.birthDate(),
                person.facts.held().subList(1, person.facts.held().size()),
                person.facts.values());
        if (person.policy.determine(person.facts) instanceof Granted more
                && person.policy.determine(fewer) instanceof Granted less) {
            assertThat(more.subsidy()).isGreaterThanOrEqualTo(less.subsidy());
        }
    }

    private static @Nullable LocalDate firstOfBand(List<LocalDate> breaks, @Nullable LocalDate day) {
        if (day == null || breaks.isEmpty()) {
            return day;
        }
        return breaks.stream()
                .filter(b -> !b.isAfter(day))
                .reduce((a, b) -> b)
                .orElse(breaks.get(0).minusYears(7));
    }

    private static Facts facts(Policy policy, Random random) {
        List<Held> held = new ArrayList<>();
        List<Identity> identities = policy.identities();
        for (int i = random.nextInt(5); i > 0; i--) {
            Identity identity = identities.get(random.nextInt(identities.size()));
            held.add(new Held(
                    identity.code(),
                    values(identity.attributes(), List.of(), random),
                    day(policy.recognisedOnBreaks(), random)));
        }
        held.add(Held.of("no-identity-of-this-policy"));
        return new Facts(
                day(policy.birthDateBreaks(), random),
                held,
                values(policy.facts(), List.of(LocalDate.of(2021, 7, 1)), random));
    }

    private static Map<String, String> values(List<FactSpec> specs, List<LocalDate> near, Random random) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("irrelevant", String.valueOf(random.nextInt())));
        for (FactSpec spec : specs) {
            if (random.nextInt(3) == 0) {
                values.put(spec.code(), "rubbish");
            } else if (spec.isDate()) {
                values.put(spec.code(), String.valueOf(day(near, random)));
            } else if (random.nextBoolean()) {
                values.put(
                        spec.code(),
                        spec.values().get(random.nextInt(spec.values().size())));
            }
        }
        return values;
    }

    private static @Nullable LocalDate day(List<LocalDate> breaks, Random random) {
        if (random.nextInt(8) == 0) {
            return null;
        }
        return breaks.isEmpty() || random.nextBoolean()
                ? LocalDate.of(1930, 1, 1).plusDays(random.nextInt(33_500))
                : breaks.get(random.nextInt(breaks.size())).plusDays(random.nextInt(3) - 1);
    }
}
