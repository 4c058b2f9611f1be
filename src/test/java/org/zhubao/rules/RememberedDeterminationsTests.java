package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.rules.Rulebook.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People of one profile share a determination; people of different profiles never do. */
class RememberedDeterminationsTests {

    private static final LocalDate BORN = LocalDate.of(1980, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2020, 8, 31);

    @Test
    void peopleOfOneProfileShareOneDetermination() {
        Policy policy = rulebook().pays("a", 100, grade("1"), "poor").policy();
        Determination first = policy.determine(poor("1"));
        assertThat(policy.determine(new Facts(DAY, List.of(held("poor", "1")), Map.of("height", "tall"))))
                .isSameAs(first);
        assertThat(policy.determine(poor("2"))).isNotEqualTo(first);
    }

    @Test
    void everyDifferenceThatMattersIsADifferentProfile() {
        Policy policy = everything();
        List<Facts> people = new ArrayList<>();
        for (LocalDate born :
                new LocalDate[] {null, DAY.minusDays(1), DAY, DAY.plusYears(1).minusDays(1)}) {
            for (String student : new String[] {"", "yes", "no"}) {
                for (String paid : new String[] {"", "2020-08-30", "2020-08-31"}) {
                    for (List<Held> held : holdings()) {
                        people.add(new Facts(born, held, values(student, paid)));
                    }
                }
            }
        }
        for (Facts person : people) {
            assertThat(policy.determine(person)).as("%s", person).isEqualTo(policy.determine(policy.profile(person)));
        }
        assertThat(people.stream().map(policy::profile).distinct())
                .hasSize(3 * 3 * 3 * holdings().size());
    }

    @Test
    void anIdentityHeldTwiceInDifferentWaysIsDecidedByItself() {
        Policy policy = rulebook()
                .pays("a", 100, grade("1"), "poor")
                .pays("b", 50, grade("2"), "poor")
                .rule(new OverlapRule.Highest(Selector.ANY, Selector.ANY, Selector.NONE, List.of("highest")))
                .policy();
        Facts both = new Facts(BORN, List.of(held("poor", "2"), held("poor", "1")), Map.of());
        assertThat(policy.determine(poor("2")))
                .isInstanceOfSatisfying(
                        Granted.class, g -> assertThat(g.subsidy().fen()).isEqualTo(5_000));
        assertThat(policy.determine(both))
                .isInstanceOfSatisfying(
                        Granted.class, g -> assertThat(g.subsidy().fen()).isEqualTo(10_000));
        Facts twice = new Facts(BORN, List.of(held("poor", "1"), held("poor", "1")), Map.of());
        assertThat(policy.determine(twice)).isSameAs(policy.determine(poor("1")));
    }

    @Test
    void aPolicyWithVeryManyIdentitiesDecidesAllTheSame() {
        Rulebook many = rulebook();
        IntStream.range(0, 40).forEach(i -> many.identity(Rulebook.identity("i" + i, "health"))
                .pays("s" + i, i + 1, grade("1"), "i" + i));
        Policy policy = many.policy();
        for (int i = 0; i < 40; i++) {
            Facts person = new Facts(BORN, List.of(held("i" + i, "1")), Map.of());
            long yuan = i + 1;
            assertThat(policy.determine(person))
                    .isInstanceOfSatisfying(
                            Granted.class, g -> assertThat(g.subsidy().fen()).isEqualTo(yuan * 100));
        }
    }

    @Test
    void whateverIsRememberedStaysRightWhenThereAreMoreProfilesThanPlaces() {
        Rulebook many = rulebook();
        IntStream.range(0, 15).forEach(i -> many.identity(new Identity(
                        "i" + i,
                        "i",
                        "i",
                        "health",
                        List.of(),
                        List.of(),
                        Condition.always(),
                        AsOf.ANY_TIME,
                        List.of(),
                        List.of()))
                .pays("s" + i, 1 << i % 8, "i" + i));
        Policy policy = many.levels(
                        IntStream.range(0, 15).mapToObj(i -> "s" + i).toArray(String[]::new))
                .policy();
        Provisions provisions = policy.provisions();
        Relevance relevance = new Relevance(provisions);
        Remembering remembering = new Remembering(
                new ProfileKeys(provisions, relevance, new Profiling(provisions, relevance)),
                facts -> policy.determine(policy.profile(facts)),
                64);
        for (int round = 0; round < 2; round++) {
            for (int mask = 1; mask < 1 << 9; mask++) {
                assertThat(((Granted) remembering.determine(holding(mask))).subsidy())
                        .isEqualTo(Money.ofFen(yuan(mask) * 100));
            }
        }
        assertThat(remembering.determine(holding(1))).isSameAs(remembering.determine(holding(1)));
        assertThat(remembering.determine(holding(511))).isNotSameAs(remembering.determine(holding(511)));
    }

    private static Facts holding(int mask) {
        return Rulebook.holding(IntStream.range(0, 15)
                .filter(i -> (mask >> i & 1) == 1)
                .mapToObj(i -> "i" + i)
                .toArray(String[]::new));
    }

    private static long yuan(int mask) {
        long all = IntStream.range(0, 15)
                .filter(i -> (mask >> i & 1) == 1)
                .map(i -> 1 << i % 8)
                .sum();
        return Math.min(all, 400);
    }

    private static Policy everything() {
        return rulebook()
                .fact("student", "yes", "no")
                .fact("paid-on")
                .identity(new Identity(
                        "poor",
                        "poor",
                        "poor",
                        "health",
                        List.of(),
                        List.of(new FactSpec("grade", "级", "", List.of(), "", List.of("1", "2"), null, List.of())),
                        Condition.always(),
                        new AsOf(new Window(null, DAY), false, List.of()),
                        List.of(),
                        List.of()))
                .pays(
                        "a",
                        100,
                        new Condition.All(List.of(
                                grade("1"),
                                new Condition.RecognisedBy("paid-on", false),
                                new Condition.Born(new Window(DAY, DAY.plusYears(1))))),
                        "poor")
                .pays("b", 50, new Condition.FactIs("student", Set.of("yes")), "old")
                .pays("c", 20, new Condition.FactWithin("paid-on", new Window(DAY, null)), "disabled")
                .policy();
    }

    private static List<List<Held>> holdings() {
        List<List<Held>> all =
                new ArrayList<>(List.of(List.of(), List.of(Held.of("old")), List.of(Held.of("disabled"))));
        for (LocalDate day : new LocalDate[] {null, DAY.minusDays(1), DAY}) {
            all.add(List.of(new Held("poor", Map.of("grade", "1"), day)));
            all.add(List.of(new Held("poor", Map.of("grade", "2"), day), Held.of("old")));
        }
        return all;
    }

    private static Map<String, String> values(String student, String paid) {
        return student.isEmpty()
                ? paid.isEmpty() ? Map.of() : Map.of("paid-on", paid)
                : paid.isEmpty() ? Map.of("student", student) : Map.of("student", student, "paid-on", paid);
    }

    private static Condition grade(String grade) {
        return new Condition.AttributeIs("grade", Set.of(grade));
    }

    private static Facts poor(String grade) {
        return new Facts(BORN, List.of(held("poor", grade)), Map.of());
    }

    private static Held held(String identity, String grade) {
        return new Held(identity, Map.of("grade", grade), null);
    }
}
