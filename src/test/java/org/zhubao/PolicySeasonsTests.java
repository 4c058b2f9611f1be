package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Divisions;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Policy;
import org.zhubao.settlement.Draft;
import org.zhubao.settlement.LedgerBook;
import org.zhubao.settlement.LedgerBook.Entry;
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
 * A season of each notice, list by list on its day, as the tables below {@code seasons} tell it: how many claims stand
 * after each step, who gets what and by which clause, and what is entered in the ledger when the funds are settled. At the
 * end the days before something was taken back or put right are asked once more.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=intake")
class PolicySeasonsTests {

    private static final Set<String> BACK = Set.of("withdraw", "number", "name", "removals", "deaths");

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Divisions divisions;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private PolicyCatalog policies;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private LedgerBook ledger;

    @Autowired
    private SettableClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"5104-2021", "500152-2021", "5104-2025", "533401-2021", "610922-2021"})
    void everyStepComesToWhatTheNoticeSays(String name) {
        Instant usual = clock.instant();
        CountySeason season = county(name);
        PlayedSeason played = new PlayedSeason(season, onRecord);
        Map<Line, Run> runs = new LinkedHashMap<>();
        try {
            for (Line step : SeasonTable.of(name + ".md", "day")) {
                clock.set(step.day());
                clock.set(clock.instant().plusSeconds(runs.size()));
                if (step.cell("what").equals("settle")) {
                    assertSettled(season, step);
                } else {
                    played.take(step);
                    runs.put(step, season.run());
                    assertDetermined(season, step, runs.get(step));
                }
            }
            beforeChangesBack(runs).forEach((step, run) -> assertThat(
                            season.run(new RunRequest(run.asKnownOn(), true)).digest())
                    .as("as known on %s", step.day())
                    .isEqualTo(run.digest()));
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

    /** The days after which something was taken back or put right: the register of today knows otherwise. */
    private static Map<Line, Run> beforeChangesBack(Map<Line, Run> runs) {
        Map<Line, Run> before = new LinkedHashMap<>();
        List<Line> steps = List.copyOf(runs.keySet());
        for (int next = 1; next < steps.size(); next++) {
            if (BACK.contains(steps.get(next).cell("what"))) {
                before.put(steps.get(next - 1), runs.get(steps.get(next - 1)));
            }
        }
        return before;
    }

    private void assertDetermined(CountySeason season, Line step, Run run) {
        Map<String, String> expected = new TreeMap<>();
        step.words("determined").forEach(said -> expected.put(said.get(0), said.get(1)));
        assertThat(determined(season, run)).as("%s", step).isEqualTo(expected);
        assertThat(claims(season)).as("%s", step).isEqualTo(Integer.parseInt(step.cell("claims")));
        assertThat(clauses(season, run)).as("%s", step).containsAll(cited(season, step));
        assertThat(step.cell("entries")).isEmpty();
    }

    /** Freezes a sheet of every fund that has something to charge, and looks at what that has entered. */
    private void assertSettled(CountySeason season, Line step) {
        Set<Entry> before = new HashSet<>(entries(season));
        drafts(season).stream()
                .filter(draft -> draft.persons() > 0)
                .forEach(draft ->
                        season.clerk(() -> settling.freeze(season.county(), season.year(), draft.fund(), "clerk")));
        List<Entry> entered = entries(season).stream()
                .filter(entry -> !before.contains(entry))
                .toList();
        List<String> found = new ArrayList<>();
        entered.forEach(entry -> found.add(written(entry)));
        drafts(season).forEach(draft -> {
            found.addAll(draft.kept() == 0 ? List.of() : List.of(draft.fund() + " kept " + draft.kept()));
            found.addAll(draft.open() == 0 ? List.of() : List.of(draft.fund() + " open " + draft.open()));
        });
        assertThat(found).as("%s", step).containsExactlyInAnyOrderElementsOf(step.all("entries"));
        assertThat(mostForOne(season)).as("%s", step).isLessThanOrEqualTo(dearestPremium(season));
        Policy policy = policy(season);
        assertThat(entered.stream().map(Entry::clause).distinct().collect(Collectors.joining(" ")))
                .as("%s", step)
                .contains(cited(season, step).stream()
                        .map(clause -> policy.clause(clause).orElseThrow().article())
                        .toList());
    }

    /** What all funds together bear for somebody, at most. */
    private static long mostForOne(CountySeason season) {
        return season.owner()
                .sql(
                        """
                        select max(fen) from (select sum(credit_fen - debit_fen) as fen from ledger_line
                            where county = ? and benefit_year = ? and account = 'PERSON' group by person_id) borne
                        """)
                .params(season.code(), season.year())
                .query(Long.class)
                .single();
    }

    private static long dearestPremium(CountySeason season) {
        return season.owner()
                .sql("select max(premium_fen) from outcome where county = ?")
                .param(season.code())
                .query(Long.class)
                .single();
    }

    private static String written(Entry entry) {
        return "%s %s %s %s/%s"
                .formatted(entry.name(), entry.fund(), Yuan.of(entry.fen()), slug(entry.kind()), slug(entry.cause()));
    }

    private static String slug(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Draft> drafts(CountySeason season) {
        return season.clerk(() -> settling.drafts(season.county(), season.year()));
    }

    private List<Entry> entries(CountySeason season) {
        List<String> funds =
                policy(season).provisions().funds().stream().map(Fund::code).toList();
        return season.clerk(() -> ledger.entries(season.code(), season.year(), funds, null, 0, 1000));
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
                                    ? Yuan.of(row.getLong("subsidy_fen"))
                                    : "R" + row.getInt("reason"));
                });
        return found;
    }

    /** How many claims and facts stand. */
    private static int claims(CountySeason season) {
        return season.owner()
                .sql("select count(*) from identity_claim where county = ? and benefit_year = ? and known_to is null")
                .params(season.code(), season.year())
                .query(Integer.class)
                .single();
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
    private List<String> cited(CountySeason season, Line step) {
        Policy policy = policy(season);
        assertThat(step.all("clauses")).isNotEmpty().allSatisfy(clause -> assertThat(policy.clause(clause))
                .as(clause)
                .isPresent());
        return step.all("clauses");
    }

    private Policy policy(CountySeason season) {
        return policies.find(season.code(), season.year()).orElseThrow().policy();
    }
}
