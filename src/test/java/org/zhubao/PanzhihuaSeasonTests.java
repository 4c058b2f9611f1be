package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Department;
import org.zhubao.division.Divisions;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.settlement.Sheet;
import org.zhubao.settlement.SheetLine;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SampleSeason;
import org.zhubao.support.SettableClock;
import tools.jackson.databind.JsonNode;

/**
 * The season of Panzhihua's disabled for 2025, list by list on its day: the federation's sheet comes out line by line,
 * and the register still tells what was known on each day.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class PanzhihuaSeasonTests {

    private static final LocalDate SETTLED = LocalDate.of(2025, 2, 10);
    private static final Map<Integer, String> GRADES = Map.of(1, "一级", 2, "二级", 3, "三级", 4, "四级");

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Divisions divisions;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private SettableClock clock;

    private final SampleSeason sample = SampleSeason.of("season-panzhihua2025");

    @Test
    void theFederationsSheetIsRightLineByLineAndEveryDayIsStillKnown() {
        CountySeason season = counties.at(divisions.find(sample.county()).orElseThrow(), sample.benefitYear());
        Map<LocalDate, Run> runs = play(season);
        clock.set(SETTLED);
        season.run();

        UUID id = season.clerk(() -> settling.freeze(season.county(), season.year(), "federation", "clerk"));
        List<SheetLine> lines = lines(season, id);

        assertThat(lines)
                .extracting(
                        SheetLine::idNumber,
                        SheetLine::name,
                        SheetLine::disabilityCategory,
                        SheetLine::disabilityGrade,
                        SheetLine::paidAs,
                        SheetLine::premiumFen,
                        SheetLine::medicalAssistanceFen,
                        SheetLine::fundFen)
                .containsExactlyInAnyOrderElementsOf(expectedLines());
        assertThat(lines).hasSize(sample.expected().at("/sheet/people").asInt());
        assertThat(lines.stream().mapToLong(SheetLine::fundFen).sum())
                .isEqualTo(sample.expected().at("/sheet/federationFen").asLong());
        assertThat(lines.stream().mapToLong(SheetLine::medicalAssistanceFen).sum())
                .isEqualTo(sample.expected().at("/sheet/medicalAssistanceFen").asLong());
        assertKnownOnEachDay(season, runs);
    }

    /** What was said and determined on a day is found again months later, whoever has come and gone since. */
    private void assertKnownOnEachDay(CountySeason season, Map<LocalDate, Run> runs) {
        assertThat(openClaims(season))
                .containsExactly(
                        Map.entry(LocalDate.of(2024, 8, 15), 170 + 56),
                        Map.entry(LocalDate.of(2024, 8, 16), 170 + 56 + 52),
                        Map.entry(LocalDate.of(2024, 9, 18), 170 + 56 + 62),
                        Map.entry(LocalDate.of(2024, 10, 18), 170 + 56 + 56),
                        Map.entry(LocalDate.of(2024, 11, 18), 170 + 56 + 56),
                        Map.entry(LocalDate.of(2024, 12, 18), 169 + 54 + 56),
                        Map.entry(LocalDate.of(2025, 1, 12), 169 + 54 + 56));
        runs.forEach((day, run) -> {
            Run again = season.run(new RunRequest(run.asKnownOn(), true));
            assertThat(again.digest()).as("%s", day).isEqualTo(run.digest());
            assertThat(again.personsTotal()).as("%s", day).isEqualTo(run.personsTotal());
        });
        assertThat(runs.values().stream().map(Run::digest).distinct())
                .as("a move changes nobody's determination, every other list does")
                .hasSize(runs.size() - 1);
    }

    private Map<LocalDate, Run> play(CountySeason season) {
        Map<LocalDate, List<JsonNode>> steps = new TreeMap<>();
        sample.expected().get("steps").forEach(step -> steps.computeIfAbsent(
                        LocalDate.parse(step.get("date").asString()), day -> new ArrayList<>())
                .add(step));
        Map<LocalDate, Run> runs = new LinkedHashMap<>();
        steps.forEach((day, lists) -> {
            clock.set(day);
            lists.forEach(step -> take(season, step));
            runs.put(day, season.run());
        });
        return runs;
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

    private List<SheetLine> lines(CountySeason season, UUID id) {
        List<SheetLine> lines = new ArrayList<>();
        Sheet sheet = season.clerk(() -> settling.sheet(id, season.code()).orElseThrow());
        season.clerkDoes(() -> settling.read(sheet, all -> all.forEach(lines::add)));
        return lines;
    }

    private List<Tuple> expectedLines() {
        List<Tuple> expected = new ArrayList<>();
        sample.expected()
                .at("/sheet/lines")
                .forEach(line -> expected.add(tuple(
                        line.get("num").asString(),
                        line.get("name").asString(),
                        line.get("category").asString(),
                        GRADES.get(line.get("grade").asInt()),
                        line.get("fundedAs").asString(),
                        line.get("standard").asLong(),
                        line.get("medicalAssistance").asLong(),
                        line.get("federation").asLong())));
        return expected;
    }

    /** How many claims counted at the end of each day on which a list came. */
    private Map<LocalDate, Integer> openClaims(CountySeason season) {
        Map<LocalDate, Integer> counts = new LinkedHashMap<>();
        season.owner()
                .sql(
                        """
                        select day, (select count(*) from identity_claim c
                            where c.county = :county and c.benefit_year = :year and c.known_from < day + 1
                                and (c.known_to is null or c.known_to >= day + 1)) as claims
                        from (select distinct decided_at::date as day from roster_batch
                            where county = :county and benefit_year = :year) d
                        order by day
                        """)
                .param("county", season.code())
                .param("year", season.year())
                .query(row -> {
                    counts.put(row.getObject("day", LocalDate.class), row.getInt("claims"));
                });
        return counts;
    }
}
