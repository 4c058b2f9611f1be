package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Department;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.protection.IdNumber;
import org.zhubao.register.CorrectingPersons;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SettableClock;

/**
 * A season of each notice, list by list on its day, as the tables below {@code seasons} tell it: who gets what after each
 * step, and by which clause. At the end every day is asked once more.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=intake")
class PolicySeasonsTests {

    private static final int BENEFIT_YEAR = 2021;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Divisions divisions;

    @Autowired
    private CorrectingPersons correcting;

    @Autowired
    private People people;

    @Autowired
    private PolicyCatalog policies;

    @Autowired
    private SettableClock clock;

    private final Map<String, Listed> named = new HashMap<>();
    private UUID last = new UUID(0, 0);

    /** One line of a table. */
    private record Step(
            LocalDate day, String department, String kind, String people, String determined, String clauses) {

        static Step of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Step(
                    LocalDate.parse(cells.get(1)),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6));
        }

        List<String> list() {
            return people.isEmpty() ? List.of() : List.of(people.split(", "));
        }

        Map<String, String> expected() {
            return Arrays.stream(determined.split(", "))
                    .map(said -> said.split(" "))
                    .collect(Collectors.toMap(said -> said[0], said -> said[1], (a, b) -> b, TreeMap::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500152", "5104", "533401", "610922"})
    void everyStepComesToWhatTheNoticeSays(String place) throws IOException {
        Instant usual = clock.instant();
        CountySeason season = place.length() == 4
                ? counties.fresh(BENEFIT_YEAR)
                : counties.at(divisions.find(place).orElseThrow(), BENEFIT_YEAR);
        Map<Step, Run> runs = new LinkedHashMap<>();
        try {
            for (Step step : steps(place)) {
                clock.set(step.day());
                clock.set(clock.instant().plusSeconds(runs.size()));
                take(season, step);
                Run run = season.run();
                assertThat(determined(season, run)).as("%s", step).isEqualTo(step.expected());
                assertThat(clauses(season, run)).as("%s", step).containsAll(cited(season, step));
                runs.put(step, run);
            }
            runs.forEach((step, run) -> assertThat(
                            season.run(new RunRequest(run.asKnownOn(), true)).digest())
                    .as("as known on %s", step.day())
                    .isEqualTo(run.digest()));
        } finally {
            clock.set(usual);
        }
    }

    private static List<Step> steps(String place) throws IOException {
        try (Stream<String> lines =
                Files.lines(Path.of("src/test/resources/seasons", place + "-" + BENEFIT_YEAR + ".md"))) {
            return lines.filter(line -> line.startsWith("| 2")).map(Step::of).toList();
        }
    }

    private void take(CountySeason season, Step step) {
        switch (step.kind()) {
            case "withdraw" -> season.withdraw(last);
            case "correct" -> step.list().forEach(said -> correct(season, said.split(" ")));
            case "deaths" ->
                last = season.accepted(
                        department(step), RosterKind.DEATHS, RosterWorkbook.deaths(deaths(season, step)));
            default ->
                last = season.accepted(
                        department(step),
                        RosterKind.ofCode(step.kind()).orElseThrow(),
                        step.list().stream()
                                .map(said -> listed(season, said.split(" ")))
                                .toArray(Listed[]::new));
        }
    }

    private static Department department(Step step) {
        return Department.ofCode(step.department()).orElseThrow();
    }

    private Map<Listed, LocalDate> deaths(CountySeason season, Step step) {
        return step.list().stream()
                .map(said -> said.split(" "))
                .collect(Collectors.toMap(said -> named(season, said[0]), said -> LocalDate.parse(said[1])));
    }

    private Listed listed(CountySeason season, String[] said) {
        return named(season, said[0]).as(said[1]).recognised(said.length > 2 ? LocalDate.parse(said[2]) : null);
    }

    private Listed named(CountySeason season, String name) {
        return named.computeIfAbsent(name, n -> season.person().called(n));
    }

    /** The number turns out to be another one, of somebody born on that day. */
    private void correct(CountySeason season, String[] said) {
        Person person = season.clerk(() -> people.search(
                        season.code(),
                        new Scope(season.code()),
                        named(season, said[0]).number(),
                        1)
                .get(0));
        IdNumber right =
                IdNumber.of(season.born(LocalDate.parse(said[1])).number()).orElseThrow();
        UUID correction = season.clerk(() -> correcting.proposeNumber(person, season.code(), right, "notice", "clerk"));
        season.clerkDoes(() -> correcting.confirm(correction, season.code(), "reviewer"));
    }

    /** Names to yuan, or to the number of the reason for which nothing is paid. */
    private static Map<String, String> determined(CountySeason season, Run run) {
        Map<String, String> found = new TreeMap<>();
        season.owner()
                .sql(
                        """
                        select p.name, o.outcome, o.reason, o.subsidy_fen from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        join person p on p.region = d.region and p.id = d.person_id
                        where d.run_id = ?
                        """)
                .param(run.id())
                .query(row -> {
                    found.put(
                            row.getString("name"),
                            row.getString("outcome").equals("GRANTED")
                                    ? BigDecimal.valueOf(row.getLong("subsidy_fen"), 2)
                                            .toPlainString()
                                    : "R" + row.getInt("reason"));
                });
        return found;
    }

    /** The clauses that the outcomes of a run rest on. */
    private static List<String> clauses(CountySeason season, Run run) {
        return season.owner()
                .sql(
                        """
                        select distinct jsonb_path_query(trace, '$.**.basis[*]') #>> '{}' from outcome where run_id = ?
                        union select distinct jsonb_path_query(trace, '$.decidedBy[*]') #>> '{}' from outcome where run_id = ?
                        """)
                .params(run.id(), run.id())
                .query(String.class)
                .list();
    }

    /** A clause cited in the table is one of the policy. */
    private Set<String> cited(CountySeason season, Step step) {
        var policy = policies.find(season.code(), BENEFIT_YEAR).orElseThrow().policy();
        Set<String> cited = Arrays.stream(step.clauses().split(", "))
                .filter(clause -> !clause.isEmpty())
                .collect(Collectors.toSet());
        assertThat(cited).allSatisfy(clause -> assertThat(policy.clause(clause)).isPresent());
        return cited;
    }
}
