package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhubao.division.Department;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.protection.Vault;
import org.zhubao.roster.RosterKind;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/**
 * A run reduces people to profiles and bands in the database. It must come to what the policy says of each person alone,
 * with the exact days: on the day of every break, the day before and the day after.
 */
@DatabaseTest
class RunEqualsEachAloneTests {

    private static final int PEOPLE = 400;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private PolicyCatalog policies;

    @Autowired
    private Vault vault;

    /** Somebody, by number, and what departments say: identity to the day of recognition. */
    private record Somebody(Listed listed, LocalDate born, Map<Identity, Days> held, boolean student) {

        Facts facts() {
            List<Held> all = new ArrayList<>();
            held.forEach((identity, days) -> all.add(new Held(identity.code(), Map.of(), days.recognisedOn())));
            return new Facts(born, all, student ? Map.of("student", "yes") : Map.of());
        }
    }

    private record Days(@Nullable LocalDate recognisedOn) {}

    @ParameterizedTest
    @ValueSource(ints = {2021, 2025})
    void everybodyGetsWhatThePolicySaysOfThemAlone(int benefitYear) {
        CountySeason season = counties.fresh(benefitYear);
        Policy policy = policies.find(season.code(), benefitYear).orElseThrow().policy();
        List<Somebody> people = people(season, policy, new Random(benefitYear));
        send(season, policy, people);

        Run run = season.run();

        Map<String, Determined> found = Determined.in(season, run.id(), vault);
        assertThat(found).hasSize(PEOPLE);
        assertThat(run.personsDone()).isEqualTo(PEOPLE);
        assertThat(people)
                .allSatisfy(somebody -> assertThat(found.get(somebody.listed().number()))
                        .as("%s", somebody.facts())
                        .isEqualTo(Determined.of(policy.determine(somebody.facts()))));
        assertThat(found.values().stream().map(Determined::outcome).distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void peopleAlikeShareOneOutcome() {
        CountySeason season = counties.fresh(2021);
        Listed[] alike = new Listed[300];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = season.born(LocalDate.of(1970, 1, 1).plusDays(i));
        }
        season.accepted(alike);

        Run run = season.run();

        assertThat(run.personsTotal()).isEqualTo(alike.length);
        assertThat(season.owner()
                        .sql("select count(*) from outcome where run_id = ?")
                        .param(run.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static List<Somebody> people(CountySeason season, Policy policy, Random random) {
        List<LocalDate> births = around(policy.birthDateBreaks(), LocalDate.of(1985, 5, 5));
        List<LocalDate> recognitions = around(policy.recognisedOnBreaks(), LocalDate.of(2019, 1, 1));
        boolean knowsStudents = policy.fact("student").isPresent();
        List<Somebody> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            LocalDate born = any(random, births);
            Map<Identity, Days> held = new HashMap<>();
            for (int n = random.nextInt(3); n >= 0; n--) {
                LocalDate recognised = random.nextInt(4) == 0 ? null : any(random, recognitions);
                held.putIfAbsent(any(random, policy.identities()), new Days(recognised));
            }
            people.add(new Somebody(season.born(born), born, held, knowsStudents && random.nextInt(4) == 0));
        }
        return people;
    }

    /** The day before each break, the break and the day after. */
    private static List<LocalDate> around(List<LocalDate> breaks, LocalDate anywhere) {
        List<LocalDate> days = new ArrayList<>(List.of(anywhere));
        breaks.forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        return days;
    }

    private static void send(CountySeason season, Policy policy, List<Somebody> people) {
        for (Department department : Department.values()) {
            Listed[] list = people.stream()
                    .flatMap(somebody -> somebody.held().entrySet().stream()
                            .filter(e -> e.getKey().certifier().equals(department.code()))
                            .map(e -> somebody.listed()
                                    .as(e.getKey().wordings().get(0))
                                    .recognised(e.getValue().recognisedOn())))
                    .toArray(Listed[]::new);
            if (list.length > 0) {
                season.accepted(department, RosterKind.FULL, list);
            }
        }
        policy.fact("student")
                .map(FactSpec::certifier)
                .flatMap(Department::ofCode)
                .ifPresent(department -> season.accepted(
                        department,
                        RosterKind.STUDENTS,
                        people.stream()
                                .filter(Somebody::student)
                                .map(somebody -> somebody.listed().as(""))
                                .toArray(Listed[]::new)));
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
