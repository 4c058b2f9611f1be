package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SettableClock;

/**
 * Whatever is put right, told late or taken back: a run as known on any day before it comes to the same as it did then, to
 * the same counts and the same digest.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
class EveryDayIsKnownAgainTests {

    private static final Department FEDERATION = Department.DISABLED_FEDERATION;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private SettableClock clock;

    private CountySeason season;
    private CountySeason neighbour;
    private LocalDate today = LocalDate.of(2024, 8, 15);
    private UUID withdrawn = new UUID(0, 0);
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<String, Run> runsThere = new LinkedHashMap<>();
    private Instant usual;

    @BeforeEach
    void twoCountiesOfTheCity() {
        usual = clock.instant();
        season = counties.fresh(2025);
        neighbour = counties.fresh(2025);
    }

    @AfterEach
    void backToTheUsualDay() {
        clock.set(usual);
    }

    @Test
    void aRunAsKnownBeforeAnyCorrectionComesToWhatItCameToThen() {
        Listed poor = season.person();
        Listed wrong = season.person().called("钱错号");
        Listed right = wrong.numbered(season.born(LocalDate.of(1981, 2, 3)).number());
        Listed one = season.person().called("赵一人");
        Listed other = season.person().called("赵一人");
        Listed old = season.person();
        Listed within = disabled();
        Listed away = disabled();
        Listed paying = disabled().recognised(LocalDate.of(2024, 9, 25));
        after("the first lists", Is.OTHERWISE, () -> {
            season.accepted(poor, wrong, one, other);
            season.accepted(
                    FEDERATION, RosterKind.FULL, within, away, other.as("残疾人").disabled("听力", "二级"));
        });
        after("a number of 15 digits, which waits", Is.THE_SAME, () -> additions(old.numbered("510421450310101")));
        after("the 18 digits of it", Is.OTHERWISE, () -> additions(old));
        after("a wrong digit put right", Is.THE_SAME, () -> onRecord.renumber(season, wrong, right));
        after("a name put right", Is.THE_SAME, () -> onRecord.rename(season, poor, "王改名"));
        Person merged = onRecord.found(season, other);
        after("two records made one", Is.OTHERWISE, () -> onRecord.merge(season, one, other));
        after("and two again", Is.OTHERWISE, () -> onRecord.separate(season, merged));
        after("a move out of the city", Is.OTHERWISE, () -> {
            season.accepted(FEDERATION, RosterKind.MOVES, RosterWorkbook.moves(Map.of(away, today), "成都市"));
            season.accepted(FEDERATION, RosterKind.REMOVALS, away);
        });
        after(
                "somebody recognised late",
                Is.OTHERWISE,
                () -> season.accepted(FEDERATION, RosterKind.ADDITIONS, paying));
        after("who turns out to have paid before", Is.OTHERWISE, () -> paid(paying, "400", "2024-09-20"));
        after("and got it back", Is.OTHERWISE, () -> paid(paying, "-400", "2024-10-08"));
        after("another township", Is.THE_SAME, () -> additions(poor.in(CountySeason.WEST)));
        after("a list", Is.OTHERWISE, () -> withdrawn = additions(season.person(), within.as("低保")));
        after("that is taken back", Is.OTHERWISE, () -> season.withdraw(withdrawn));
        after("a full list without somebody", Is.OTHERWISE, () -> season.accepted(poor, one, other, right));
        after("a death before the cover", Is.OTHERWISE, () -> withdrawn = died(poor));
        after("that is taken back, too", Is.OTHERWISE, () -> season.withdraw(withdrawn));

        assertSame(runs, "that is taken back", "another township");
        assertSame(runs, "and two again", "a name put right");
        assertSame(runs, "that is taken back, too", "a full list without somebody");
        assertKnownAgain();
    }

    @Test
    void soDoTheRunsOfTwoCountiesBetweenWhichSomebodyMoves() {
        Listed moved = disabled().called("孙迁移");
        Listed listedThere = disabled(neighbour).called("孙迁移");
        after("the first list of one county", Is.OTHERWISE, () -> season.accepted(FEDERATION, RosterKind.FULL, moved));
        after(
                "a move inside the city",
                Is.THE_SAME,
                () -> season.accepted(FEDERATION, RosterKind.MOVES, RosterWorkbook.moves(Map.of(moved, today), "西区")));
        after("whom the other county lists by another number", Is.THE_SAME, () -> {
            neighbour.accepted(FEDERATION, RosterKind.FULL, listedThere, disabled(neighbour));
            neighbour.accepted(neighbour.person());
        });
        Person merged = onRecord.foundByTheCity(neighbour, listedThere);
        after("both records made one", Is.THE_SAME, () -> onRecord.mergeByTheCity(season, moved, listedThere));
        after(
                "a list that tells another name and township, too",
                Is.OTHERWISE,
                () -> withdrawn = additions(moved.as("低保").called("孙误名").in(CountySeason.WEST)));
        after("and the name is put right", Is.THE_SAME, () -> onRecord.rename(season, moved, "孙迁一"));
        after("that list is taken back", Is.OTHERWISE, () -> season.withdraw(withdrawn));
        after("and the first county removes the person", Is.OTHERWISE, () -> {
            season.accepted(FEDERATION, RosterKind.REMOVALS, moved);
            season.accepted(season.person());
        });

        assertSame(runs, "that list is taken back", "both records made one");
        assertThat(onRecord.found(season, moved).name()).isEqualTo("孙迁一");
        assertThat(paidThere("whom the other county lists by another number"))
                .as("as two people")
                .isEqualTo(2);
        assertThat(paidThere("both records made one"))
                .as("the county that listed the person first pays")
                .isEqualTo(1);
        assertThat(paidThere("and the first county removes the person")).isEqualTo(2);
        assertThat(onRecord.open(neighbour, merged)).isEmpty();
        assertKnownAgain();
    }

    private long paidThere(String step) {
        return counts(neighbour, runsThere.get(step)).entrySet().stream()
                .filter(counted -> counted.getKey().endsWith(" 40000"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static void assertSame(Map<String, Run> runs, String step, String earlier) {
        assertThat(runs.get(step).digest()).isEqualTo(runs.get(earlier).digest());
    }

    private void assertKnownAgain() {
        runs.forEach((step, run) -> assertKnownAgain(season, step, run));
        runsThere.forEach((step, run) -> assertKnownAgain(neighbour, step, run));
    }

    private void assertKnownAgain(CountySeason county, String step, Run run) {
        Run again = county.run(new RunRequest(run.asKnownOn(), true));
        assertThat(again.digest()).as(step).isEqualTo(run.digest());
        assertThat(again.personsTotal()).as(step).isEqualTo(run.personsTotal());
        assertThat(counts(county, again)).as(step).isEqualTo(counts(county, run));
    }

    /** What a step makes of what the run before came to. */
    private enum Is {
        THE_SAME,
        OTHERWISE
    }

    /** A week later something is learned, and everybody determined, next door too where anybody is listed. */
    private void after(String what, Is is, Runnable learning) {
        today = today.plusWeeks(1);
        clock.set(today);
        learning.run();
        clock.set(clock.instant().plusSeconds(60));
        Run run = season.run();
        List<Run> before = List.copyOf(runs.values());
        if (!before.isEmpty()) {
            assertThat(run.digest().equals(before.get(before.size() - 1).digest()))
                    .as(what)
                    .isEqualTo(is == Is.THE_SAME);
        }
        runs.put(what, run);
        if (!onRecord.isEmpty(neighbour)) {
            runsThere.put(what, neighbour.run());
        }
    }

    private Listed disabled() {
        return disabled(season);
    }

    private static Listed disabled(CountySeason county) {
        return county.person().as("残疾人").disabled("肢体", "三级");
    }

    private UUID additions(Listed... listed) {
        return season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, listed);
    }

    private void paid(Listed person, String yuan, String day) {
        season.accepted(
                Department.TAX,
                RosterKind.PAYMENTS,
                RosterWorkbook.of(
                        List.of("姓名", "身份证号码", "代缴金额", "个人缴费金额", "缴费总额", "缴费日期", "参保档次"),
                        List.of(List.of(person.name(), person.number(), "0", yuan, yuan, day, ""))));
    }

    private UUID died(Listed person) {
        return season.accepted(
                Department.CIVIL_AFFAIRS,
                RosterKind.DEATHS,
                RosterWorkbook.deaths(Map.of(person, LocalDate.of(2024, 11, 5))));
    }

    /** How many people by reason and amount. */
    private static Map<String, Integer> counts(CountySeason county, Run run) {
        Map<String, Integer> counts = new TreeMap<>();
        county.owner()
                .sql(
                        """
                        select o.reason || ' ' || o.subsidy_fen as what, count(*) as persons from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id where d.run_id = ? group by 1
                        """)
                .param(run.id())
                .query(row -> {
                    counts.put(row.getString("what"), row.getInt("persons"));
                });
        return counts;
    }
}
