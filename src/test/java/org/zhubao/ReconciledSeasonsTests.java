package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.levy.LineFilter;
import org.zhubao.levy.PushKind;
import org.zhubao.levy.PushingMarks;
import org.zhubao.levy.Reconciliation;
import org.zhubao.levy.ReconciliationLine;
import org.zhubao.levy.ReconciliationSums;
import org.zhubao.levy.Reconciliations;
import org.zhubao.levy.Reconciling;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Policy;
import org.zhubao.settlement.Draft;
import org.zhubao.settlement.LedgerBook;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.OnRecord;
import org.zhubao.support.PlayedSeason;
import org.zhubao.support.SeasonTable;
import org.zhubao.support.SeasonTable.Line;
import org.zhubao.support.SettableClock;
import org.zhubao.support.Yuan;

/**
 * The money of a season of each notice, from the first mark to the funds' sheets, as the tables below {@code seasons} tell
 * it: everybody's cause and what is due to them or from them, what is entered for them, and what each fund is charged.
 * Tongnan's is {@code SampleSeasonTests}.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
class ReconciledSeasonsTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Divisions divisions;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private PushingMarks pushing;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private Reconciliations reconciliations;

    @Autowired
    private ReconciliationSums sums;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private LedgerBook ledger;

    @Autowired
    private PolicyCatalog policies;

    @Autowired
    private SettableClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"5104-2021", "5104-2025", "533401-2021", "610922-2021"})
    void everybodysMismatchIsNamedAndEveryFundIsChargedToTheFen(String name) {
        Instant usual = clock.instant();
        String file = name + "-money.md";
        CountySeason season = county(name);
        try {
            Reconciliation found = play(season, SeasonTable.of(file, "day"));
            assertFound(season, found, SeasonTable.of(file, "person"));
            assertCharged(season, found, SeasonTable.of(file, "fund"));
            assertEntered(season, SeasonTable.of(file, "person"));
        } finally {
            clock.set(usual);
        }
    }

    private CountySeason county(String name) {
        String[] parts = name.split("-");
        int year = Integer.parseInt(parts[1]);
        return parts[0].length() == 4
                ? counties.fresh(year)
                : counties.at(divisions.find(parts[0]).orElseThrow(), year);
    }

    /** Plays all days; the last line is the reconciliation. */
    private Reconciliation play(CountySeason season, List<Line> steps) {
        PlayedSeason played = new PlayedSeason(season, onRecord);
        LocalDate day = LocalDate.MIN;
        for (Line step : steps) {
            assertThat(step.day()).isAfterOrEqualTo(day);
            day = step.day();
            clock.set(day);
            switch (step.cell("what")) {
                case "push" -> {
                    season.run();
                    season.clerk(() -> pushing.push(season.county(), season.year(), PushKind.DELTA, "clerk"));
                }
                case "reconcile" -> season.run();
                default -> played.take(step);
            }
        }
        UUID id = season.clerk(() -> reconciling.reconcile(season.county(), season.year(), "clerk"));
        return season.clerk(
                () -> reconciliations.find(id, new Scope(season.code())).orElseThrow());
    }

    private void assertFound(CountySeason season, Reconciliation found, List<Line> expected) {
        Map<String, String> lines = new TreeMap<>();
        season.clerkDoes(() -> reconciliations.read(
                found, LineFilter.ALL, all -> all.forEach(line -> lines.put(line.name(), written(line)))));
        Map<String, String> wanted = new TreeMap<>();
        expected.forEach(person -> wanted.put(
                person.cell("person"),
                String.join(
                        " ",
                        person.cell("cause"),
                        person.cell("subsidy"),
                        person.cell("due"),
                        person.cell("department"))));
        assertThat(lines).isEqualTo(wanted);
        Policy policy = policy(season);
        assertThat(expected).allSatisfy(person -> assertThat(policy.clause(person.cell("clause")))
                .as(person.cell("clause"))
                .isPresent());
    }

    private static String written(ReconciliationLine line) {
        return String.join(
                " ", line.cause().slug(), Yuan.of(line.subsidyFen()), Yuan.of(line.dueFen()), line.department());
    }

    /** By the reconciliation and by the sheets, which come to the same. */
    private void assertCharged(CountySeason season, Reconciliation found, List<Line> expected) {
        Map<String, String> charges = new TreeMap<>();
        Map<String, Integer> persons = new TreeMap<>();
        season.clerkDoes(() -> {
            for (Draft draft : settling.drafts(season.county(), season.year())) {
                if (draft.persons() > 0) {
                    UUID id = settling.freeze(season.county(), season.year(), draft.fund(), "clerk");
                    var sheet = settling.sheet(id, season.code()).orElseThrow();
                    charges.put(draft.fund(), Yuan.of(sheet.totalFen()));
                    persons.put(draft.fund(), sheet.lines());
                }
            }
        });
        assertThat(charges)
                .isEqualTo(new TreeMap<>(expected.stream()
                        .collect(Collectors.toMap(line -> line.cell("fund"), line -> line.cell("charged")))));
        assertThat(persons)
                .isEqualTo(new TreeMap<>(expected.stream()
                        .collect(Collectors.toMap(
                                line -> line.cell("fund"), line -> Integer.valueOf(line.cell("people"))))));
        long total = expected.stream()
                .mapToLong(line -> Yuan.fen(line.cell("charged")))
                .sum();
        assertThat(List.of(
                        season.clerk(() -> sums.byFund(found)).totalFen(),
                        season.clerk(() -> sums.byDepartment(found)).totalFen(),
                        season.clerk(() -> sums.byTownship(found)).totalFen()))
                .containsOnly(total);
    }

    /** Everybody stands in the ledger with what their funds bear, as a charge or because they had paid before. */
    private void assertEntered(CountySeason season, List<Line> expected) {
        List<String> funds = policy(season).funds().stream().map(Fund::code).toList();
        Map<String, Set<String>> entered = new HashMap<>();
        season.clerk(() -> ledger.entries(season.code(), season.year(), funds, null, 0, 1000))
                .forEach(entry -> entered.merge(
                        String.valueOf(entry.name()),
                        Set.of("%s %s %s"
                                .formatted(
                                        entry.fund(),
                                        Yuan.of(entry.fen()),
                                        entry.kind()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet())));
        Map<String, Set<String>> wanted = expected.stream()
                .filter(person -> !person.cell("entered").isEmpty())
                .collect(
                        Collectors.toMap(person -> person.cell("person"), person -> Set.copyOf(person.all("entered"))));
        assertThat(entered).isEqualTo(wanted);
    }

    private Policy policy(CountySeason season) {
        return policies.find(season.code(), season.year()).orElseThrow().policy();
    }
}
