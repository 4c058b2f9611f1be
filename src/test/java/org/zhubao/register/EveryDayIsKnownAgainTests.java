package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
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
    private CorrectingPersons correcting;

    @Autowired
    private People people;

    @Autowired
    private SettableClock clock;

    private CountySeason season;
    private LocalDate today = LocalDate.of(2024, 8, 15);
    private final Map<String, Run> runs = new LinkedHashMap<>();

    @Test
    void aRunAsKnownBeforeAnyCorrectionComesToWhatItCameToThen() {
        Instant usual = clock.instant();
        try {
            play();
            runs.forEach((step, run) -> {
                Run again = season.run(new RunRequest(run.asKnownOn(), true));
                assertThat(again.digest()).as(step).isEqualTo(run.digest());
                assertThat(again.personsTotal()).as(step).isEqualTo(run.personsTotal());
                assertThat(counts(again)).as(step).isEqualTo(counts(run));
            });
        } finally {
            clock.set(usual);
        }
    }

    private void play() {
        season = counties.fresh(2025);
        CountySeason neighbour = counties.fresh(2025);
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
        after("a wrong digit put right", Is.THE_SAME, () -> {
            Person person = found(wrong);
            IdNumber number = IdNumber.of(right.number()).orElseThrow();
            confirm(season.clerk(() -> correcting.proposeNumber(person, season.code(), number, "户口簿", "clerk")));
        });
        after("a name put right", Is.THE_SAME, () -> {
            Person person = found(poor);
            confirm(season.clerk(() -> correcting.proposeName(person, season.code(), "王改名", "户口簿", "clerk")));
        });
        Person kept = found(one);
        Person merged = found(other);
        after(
                "two records made one",
                Is.OTHERWISE,
                () -> confirm(
                        season.clerk(() -> correcting.proposeMerge(kept, merged, season.code(), "同一人", "clerk"))));
        after(
                "and two again",
                Is.OTHERWISE,
                () -> confirm(season.clerk(() -> correcting.proposeSeparation(merged, season.code(), "两个人", "clerk"))));
        after("a move inside the city", Is.THE_SAME, () -> {
            season.accepted(FEDERATION, RosterKind.MOVES, RosterWorkbook.moves(Map.of(within, today), "西区"));
            neighbour.accepted(FEDERATION, RosterKind.FULL, within);
        });
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
        assertThat(runs.get("that is taken back").digest())
                .isEqualTo(runs.get("another township").digest());
        assertThat(runs.get("and two again").digest())
                .isEqualTo(runs.get("a name put right").digest());
        after(
                "a death before the cover",
                Is.OTHERWISE,
                () -> season.accepted(
                        Department.CIVIL_AFFAIRS,
                        RosterKind.DEATHS,
                        RosterWorkbook.deaths(Map.of(poor, LocalDate.of(2024, 11, 5)))));
    }

    private UUID withdrawn = new UUID(0, 0);

    /** What a step makes of what the run before came to. */
    private enum Is {
        THE_SAME,
        OTHERWISE
    }

    /** A week later something is learned, and everybody determined. */
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
    }

    private Listed disabled() {
        return season.person().as("残疾人").disabled("肢体", "三级");
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

    private void confirm(UUID correction) {
        season.clerkDoes(() -> correcting.confirm(correction, season.code(), "reviewer"));
    }

    private Person found(Listed listed) {
        return season.clerk(() -> people.search(season.code(), new Scope(season.code()), listed.number(), 1)
                .get(0));
    }

    /** How many people by reason and amount. */
    private Map<String, Integer> counts(Run run) {
        Map<String, Integer> counts = new TreeMap<>();
        season.owner()
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
