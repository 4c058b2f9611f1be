package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhubao.determination.RunComparison.Filter;
import org.zhubao.determination.RunComparison.Row;
import org.zhubao.division.Department;
import org.zhubao.protection.Vault;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SettableClock;

/** Runs that go on from one another, are published, repeated as known then, and compared. */
@DatabaseTest
class RunsGoOnTests {

    private static final LocalDate BEFORE_COVER = LocalDate.of(2020, 12, 31);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private DeterminingSubsidies determining;

    @Autowired
    private ComparingRuns comparing;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Vault vault;

    private Instant usual;

    /** While removals still count, under either of the two notices. */
    @BeforeEach
    void inAugust() {
        usual = clock.instant();
        clock.set(LocalDate.of(2020, 8, 20));
    }

    @AfterEach
    void backToTheUsualDay() {
        clock.set(usual);
    }

    /** Whatever the lists do, going on from the run before comes to the same as looking at everybody anew. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRunThatGoesOnComesToTheSameAsAFullOne(long seed) {
        Random random = new Random(seed);
        CountySeason season = counties.fresh(2021);
        List<Listed> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            people.add(season.person());
        }
        season.accepted(people.toArray(Listed[]::new));
        later();
        run(season, false);
        for (int step = 0; step < 4; step++) {
            later();
            change(season, people, random);
            later();
            Run goingOn = run(season, false);
            Run full = run(season, true);

            assertThat(goingOn.personsChanged()).as("step %d goes on", step).isBetween(1, 8);
            assertThat(full.personsChanged()).isNull();
            assertThat(determined(season, goingOn)).isEqualTo(determined(season, full));
            assertThat(goingOn.digest()).isEqualTo(full.digest());
            assertThat(goingOn.personsTotal()).isEqualTo(full.personsTotal());
        }
    }

    private void change(CountySeason season, List<Listed> people, Random random) {
        Listed someone = people.get(random.nextInt(people.size()));
        Listed other = people.get(random.nextInt(people.size()));
        switch (random.nextInt(5)) {
            case 0 -> {
                Listed coming = season.person().as(random.nextBoolean() ? "困境儿童" : "低保");
                people.add(coming);
                season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, coming, other.as("特困人员"));
            }
            case 1 -> {
                season.accepted(Department.CIVIL_AFFAIRS, RosterKind.REMOVALS, someone.as(""));
                season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, other);
            }
            case 2 ->
                season.accepted(
                        Department.DISABLED_FEDERATION,
                        RosterKind.FULL,
                        someone.as("重度残疾人员").disabled("肢体", "一级"));
            case 3 ->
                season.accepted(
                        Department.HEALTH, RosterKind.DEATHS, RosterWorkbook.deaths(Map.of(someone, BEFORE_COVER)));
            default ->
                season.withdraw(season.accepted(
                        Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person(), other.as("特困人员")));
        }
        // Whatever happened, somebody is there whom the run must look at
        Listed another = season.person();
        people.add(another);
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, another);
    }

    @Test
    void whoDiedBeforeTheCoverBeganHasNoClaimAndWhoDiedOnItsFirstDayHas() {
        CountySeason season = counties.fresh(2021);
        Listed before = season.person();
        Listed after = season.person();
        season.accepted(before, after);
        season.accepted(
                Department.HEALTH,
                RosterKind.DEATHS,
                RosterWorkbook.deaths(Map.of(before, BEFORE_COVER, after, BEFORE_COVER.plusDays(1))));

        Map<String, Determined> found = Determined.in(season, season.run().id(), vault);

        assertThat(found.get(before.number()))
                .extracting(Determined::outcome, Determined::reason, Determined::subsidy)
                .containsExactly("REFUSED", 221, 0L);
        assertThat(found.get(after.number()).outcome()).isEqualTo("GRANTED");
    }

    /** Panzhihua, disabled, 2024 No. 1, section 4(1)2(3): who moves within the city is paid by the county that listed them first. */
    @Test
    void whoMovesWithinTheCityIsPaidByTheCountyThatListedThemFirst() {
        CountySeason first = counties.fresh(2025);
        CountySeason second = counties.fresh(2025);
        Listed moved = first.person().as("持证残疾人").disabled("肢体", "三级");
        Listed other = second.person().as("持证残疾人").disabled("肢体", "三级");
        first.accepted(Department.DISABLED_FEDERATION, RosterKind.FULL, moved);
        later();
        second.accepted(Department.DISABLED_FEDERATION, RosterKind.FULL, moved, other);

        assertThat(Determined.in(first, first.run().id(), vault)
                        .get(moved.number())
                        .outcome())
                .isEqualTo("GRANTED");
        Map<String, Determined> there = Determined.in(second, second.run().id(), vault);
        assertThat(there.get(moved.number()))
                .extracting(Determined::outcome, Determined::reason)
                .containsExactly("REFUSED", 216);
        assertThat(there.get(other.number()).outcome()).isEqualTo("GRANTED");

        later();
        first.accepted(Department.DISABLED_FEDERATION, RosterKind.REMOVALS, moved);
        later();
        assertThat(Determined.in(second, second.run().id(), vault)
                        .get(moved.number())
                        .outcome())
                .as("once the first county does not list them any more")
                .isEqualTo("GRANTED");
    }

    @Test
    void aRunAsKnownThenComesToWhatItCameToThen() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person, season.person());
        Run then = season.run();
        later();
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.REMOVALS, person);
        later();
        Run now = season.run();

        Run again = season.run(new RunRequest(then.asKnownOn(), true));

        assertThat(now.digest()).isNotEqualTo(then.digest());
        assertThat(again.digest()).isEqualTo(then.digest());
        assertThat(again.personsTotal()).isEqualTo(2);
        assertThat(season.clerk(() -> determining.latest(season.code(), 2021)))
                .as("what knows most is the newest")
                .contains(now);
        assertThat(refusal(season, () -> determining.publish(again.id(), season.code(), "clerk")))
                .isEqualTo("determination.knows-less");
        assertThat(refusal(
                        season,
                        () -> determining.start(
                                season.county(),
                                2021,
                                RunRequest.asKnownOn(clock.instant().plusSeconds(1)),
                                "clerk")))
                .isEqualTo("determination.to-come");
    }

    @Test
    void onlyTheRunPublishedLastCounts() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        assertThat(season.clerk(() -> determining.published(season.code(), 2021)))
                .isEmpty();
        Run first = season.run();
        later();
        Run second = season.run(RunRequest.asKnownOn(clock.instant()));

        assertThat(published(season)).isEqualTo(first.id());
        season.clerkDoes(() -> determining.publish(second.id(), season.code(), "clerk"));
        assertThat(published(season)).isEqualTo(second.id());
        assertThat(refusal(season, () -> determining.publish(second.id(), season.code(), "clerk")))
                .isEqualTo("determination.published-already");
    }

    @Test
    void aComparisonNamesWhoChangedAndWhy() {
        CountySeason season = counties.fresh(2021);
        Listed leaving = season.person().called("钱离开");
        Listed gaining = season.person().called("孙增加");
        season.accepted(leaving, gaining, season.person(), season.person(), season.person(), season.person());
        Run before = season.run();
        later();
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.REMOVALS, leaving);
        season.accepted(
                Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person().called("周新增"));
        season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.FULL,
                gaining.as("重度残疾人员").disabled("肢体", "一级"));
        Run after = run(season, true);

        ComparingRuns.Compared compared =
                season.clerk(() -> comparing.compare(before, after, new Filter(null, null), 1));

        assertThat(compared.comparison().rows())
                .extracting(Row::cause, Row::change, Row::persons)
                .containsExactlyInAnyOrder(
                        tuple(ChangeCause.FACT, RunChange.GONE, 1),
                        tuple(ChangeCause.FACT, RunChange.NEW, 1),
                        tuple(ChangeCause.FACT, RunChange.MORE, 1));
        assertThat(compared.names().lines())
                .extracting(ComparingRuns.Line::name)
                .containsExactlyInAnyOrder("钱离开", "孙增加", "周新增");
        assertThat(season.clerk(() -> comparing.compare(before, after, new Filter(null, RunChange.MORE), 1))
                        .names()
                        .lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.name()).isEqualTo("孙增加");
                    assertThat(line.afterFen()).isGreaterThan(line.beforeFen());
                });
        assertThat(season.clerk(() -> comparing.before(after))).contains(before);
    }

    private Run run(CountySeason season, boolean everybody) {
        return season.run(new RunRequest(clock.instant(), everybody));
    }

    private void later() {
        clock.set(clock.instant().plusMillis(5));
    }

    private Map<String, Determined> determined(CountySeason season, Run run) {
        return Determined.in(season, run.id(), vault).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private UUID published(CountySeason season) {
        return season.clerk(
                () -> determining.published(season.code(), 2021).orElseThrow().id());
    }

    private static String refusal(CountySeason season, Runnable work) {
        List<String> codes = new ArrayList<>();
        assertThatThrownBy(() -> season.clerkDoes(work))
                .isInstanceOfSatisfying(Refusal.class, refusal -> codes.add(refusal.code()));
        return codes.get(0);
    }
}
