package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.levy.ReconciliationSums.Breakdown;
import org.zhubao.levy.ReconciliationSums.Charged;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.Draft;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SampleSeason;
import org.zhubao.support.SettableClock;
import tools.jackson.databind.JsonNode;

/**
 * The season of Tongnan from the first list to the tax bureau's payments, played day by day: everybody's cause, what is due
 * to them or from them, and what each department bears.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class SampleSeasonTests {

    private static final LocalDate EVALUATED = LocalDate.of(2021, 7, 5);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Divisions divisions;

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
    private SettableClock clock;

    private final SampleSeason sample = SampleSeason.of("season-tongnan2021");

    @Test
    void everybodysMismatchIsNamedAndEveryDepartmentIsChargedToTheFen() {
        CountySeason season = counties.at(divisions.find(sample.county()).orElseThrow(), sample.benefitYear());
        play(season);
        clock.set(EVALUATED);
        season.run();
        UUID id = season.clerk(() -> reconciling.reconcile(season.county(), season.year(), "clerk"));
        Reconciliation found = season.clerk(
                () -> reconciliations.find(id, new Scope(season.code())).orElseThrow());

        Map<String, ReconciliationLine> lines = new HashMap<>();
        season.clerkDoes(() -> reconciliations.read(
                found,
                LineFilter.ALL,
                all -> all.forEach(line -> lines.put(line.number().full(), line))));

        assertThat(lines).hasSize(sample.expected().get("people").size());
        sample.expected().get("people").properties().forEach(person -> assertAsExpected(lines, person));
        Breakdown departments = season.clerk(() -> sums.byDepartment(found));
        assertThat(charged(departments)).isEqualTo(expectedCharges());
        assertThat(season.clerk(() -> sums.byTownship(found)).totalFen()).isEqualTo(departments.totalFen());
        assertThat(season.clerk(() -> sums.byFund(found)).totalFen()).isEqualTo(departments.totalFen());
        assertThat(settled(season)).isEqualTo(expectedCharges());
    }

    /** What the sheet of each department's fund charges. */
    private Map<String, Long> settled(CountySeason season) {
        return season.clerk(() -> {
            Map<String, Long> charges = new TreeMap<>();
            for (Draft draft : settling.drafts(season.county(), season.year())) {
                if (draft.persons() > 0) {
                    UUID sheet = settling.freeze(season.county(), season.year(), draft.fund(), "clerk");
                    charges.put(
                            draft.department(),
                            settling.sheet(sheet, season.code()).orElseThrow().totalFen());
                }
            }
            return charges;
        });
    }

    private void play(CountySeason season) {
        TreeSet<LocalDate> days = new TreeSet<>();
        sample.expected().get("steps").forEach(step -> days.add(day(step.get("date"))));
        sample.expected().get("markPushes").forEach(push -> days.add(day(push)));
        for (LocalDate day : days) {
            clock.set(day);
            for (JsonNode step : sample.expected().get("steps")) {
                if (day(step.get("date")).equals(day)) {
                    take(season, step);
                }
            }
            for (JsonNode push : sample.expected().get("markPushes")) {
                if (day(push).equals(day)) {
                    season.run();
                    season.clerk(() -> pushing.push(season.county(), season.year(), PushKind.DELTA, "clerk"));
                }
            }
        }
    }

    private void take(CountySeason season, JsonNode step) {
        Path file = sample.folder().resolve(step.get("file").asString());
        UUID roster = season.upload(
                Department.ofCode(step.get("department").asString()).orElseThrow(),
                RosterKind.ofCode(step.get("kind").asString()).orElseThrow(),
                file);
        assertThat(season.roster(roster).rows().acceptable())
                .isEqualTo(step.get("rows").asInt());
        season.submit(roster);
        season.accept(roster);
    }

    private static void assertAsExpected(Map<String, ReconciliationLine> lines, Map.Entry<String, JsonNode> expected) {
        JsonNode wanted = expected.getValue();
        assertThat(lines.get(expected.getKey())).as("%s", wanted).isNotNull().satisfies(line -> {
            assertThat(line.cause().slug()).isEqualTo(wanted.get("cause").asString());
            assertThat(line.dueFen()).isEqualTo(wanted.get("due").asLong());
            assertThat(line.subsidyFen()).isEqualTo(wanted.get("subsidy").asLong());
            if (!wanted.get("department").isNull()) {
                assertThat(line.department()).isEqualTo(wanted.get("department").asString());
            }
        });
    }

    private Map<String, Long> expectedCharges() {
        Map<String, Long> charges = new TreeMap<>();
        sample.expected()
                .get("settledPerDepartmentFen")
                .properties()
                .forEach(department ->
                        charges.put(department.getKey(), department.getValue().asLong()));
        return charges;
    }

    private static Map<String, Long> charged(Breakdown departments) {
        Map<String, Long> charges = new TreeMap<>();
        for (Charged part : departments.parts()) {
            charges.put(part.code(), part.subsidyFen());
        }
        return charges;
    }

    private static LocalDate day(JsonNode node) {
        return LocalDate.parse(node.asString());
    }
}
