package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.Trial.Row;
import org.zhubao.determination.TryingPolicies.Filter;
import org.zhubao.determination.TryingPolicies.Line;
import org.zhubao.determination.TryingPolicies.Question;
import org.zhubao.division.Department;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.protection.Vault;
import org.zhubao.roster.RosterKind;
import org.zhubao.rules.Policy;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** A trial says of everybody what a run under each of the two policies would say, and stores nothing. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class TrialTests {

    private static final String TEXT = PolicyTexts.resource("policies/5104/2021-hardship.yaml");
    private static final Policy IN_FORCE = PolicyTexts.policy("panzhihua-hardship-2021");

    @Autowired
    private TryingPolicies trying;

    @Autowired
    private Vault vault;

    private CountySeason season;
    private Listed marginal;

    @BeforeAll
    void aCountyWithFivePeople(@Autowired CountySeasons counties) {
        season = counties.fresh(2021);
        Listed both = season.person();
        marginal = season.person().as("边缘户");
        season.accepted(season.person(), season.person(), both);
        season.accepted(
                Department.POVERTY_ALLEVIATION,
                RosterKind.FULL,
                both.as("建档立卡"),
                marginal,
                season.person().as("边缘户"));
    }

    @Test
    void whoeverIsPaidMoreGainsAndTheCostIsThatOfTheYear() {
        Trial trial = trial(text -> text.replace(
                "pays: {percent: 50, tier: 1, components: basic}", "pays: {percent: 60, tier: 1, components: basic}"));

        assertThat(trial.persons()).isEqualTo(5);
        assertThat(trial.byShift())
                .extracting(Row::key, Row::persons)
                .containsExactlyInAnyOrder(tuple("gains", 2), tuple("same", 3));
        assertThat(trial.all().differenceFen()).isEqualTo(2 * (16_500 - 13_750));
        assertThat(trial.all().beforeFen()).isEqualTo(3 * 27_500 + 2 * 13_750);
        assertThat(trial.byIdentity().get(0)).satisfies(row -> {
            assertThat(row.key()).isEqualTo("marginal-household");
            assertThat(row.persons()).isEqualTo(2);
        });
        assertThat(trial.byFund())
                .filteredOn(row -> row.persons() > 0)
                .extracting(Row::key)
                .containsExactly("poverty");
    }

    @Test
    void everyBreakdownAddsUpToTheSameCost() {
        Trial trial = trial(text -> text.replace("percent: 50", "percent: 10"));

        for (List<Row> rows : List.of(trial.byShift(), trial.byIdentity(), trial.byFund(), trial.byTownship())) {
            assertThat(rows.stream().mapToLong(row -> row.cost().beforeFen()).sum())
                    .isEqualTo(trial.all().beforeFen());
            assertThat(rows.stream().mapToLong(row -> row.cost().afterFen()).sum())
                    .isEqualTo(trial.all().afterFen());
        }
        assertThat(trial.byShift()).extracting(Row::key).contains("loses");
    }

    @Test
    void whoseOutcomeWouldBeOpenOrRefusedIsNamedAsSuch() {
        assertThat(shifts(text ->
                        text.replace("    - {prefer: registered-poor, over: any, clause: poverty-first}\n", "")))
                .containsEntry("review", 1);
        assertThat(shifts(text -> text.replace(
                        "pays: {percent: 50, tier: 1, components: basic}\n    funds: certifier", "pays: nothing")))
                .containsEntry("refused", 2);
        assertThat(shifts(text -> text.replace(
                                "poverty: {name: 扶贫资金, department: poverty", "relief: {name: 扶贫资金, department: poverty")
                        .replace("{fund: poverty,", "{fund: relief,")))
                .as("the same amount by another fund")
                .containsEntry("otherwise", 3);
    }

    @Test
    void theNamesBehindANumberAreAsManyAsItSays() {
        Question question = question(text -> text.replace("percent: 50", "percent: 60"));

        List<Line> gaining = names(question, new Filter(Shift.GAINS, false, null, null, null));
        assertThat(gaining).hasSize(2).extracting(line -> line.person().name()).contains(marginal.name());
        assertThat(gaining).allSatisfy(line -> {
            assertThat(line.beforeFen()).isEqualTo(13_750);
            assertThat(line.afterFen()).isEqualTo(16_500);
            assertThat(line.person().maskedNumber()).contains("*");
        });
        assertThat(names(question, new Filter(null, true, null, "poverty", null)))
                .hasSize(2);
        assertThat(names(question, new Filter(null, false, "subsistence-allowance", null, null)))
                .hasSize(2);
        assertThat(names(question, new Filter(null, false, null, null, season.code() + "001")))
                .hasSize(5);
        assertThat(names(question, new Filter(null, false, null, null, season.code() + "002")))
                .isEmpty();
    }

    @Test
    void whatATrialSaysOfEachIsWhatARunUnderThatPolicySays() {
        Run run = season.run();
        Map<String, Determined> byNumber = Determined.in(season, run.id(), vault);
        List<Line> lines = names(
                question(text -> text.replace("percent: 50", "percent: 60")),
                new Filter(null, false, null, null, null));

        assertThat(lines).hasSize(5);
        assertThat(lines.stream().mapToLong(Line::beforeFen).sum())
                .isEqualTo(byNumber.values().stream()
                        .mapToLong(Determined::subsidy)
                        .sum());
    }

    @Test
    void nothingIsStored() {
        int before = stored();

        trial(text -> text.replace("percent: 50", "percent: 60"));

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void nobodyOfAnotherCountyIsSeen() {
        Question question = question(text -> text);

        Trial elsewhere = SignedIn.doing(Role.CLERK, "510402", () -> trying.trial(question));

        assertThat(elsewhere.persons()).isZero();
    }

    @Test
    void withoutAPolicyInForceEverythingPaidIsMore() {
        Question question = new Question(null, IN_FORCE, season.code(), season.year());

        Trial trial = season.clerk(() -> trying.trial(question));

        assertThat(trial.all().beforeFen()).isZero();
        assertThat(trial.byShift()).extracting(Row::key, Row::persons).containsExactly(tuple("gains", 5));
    }

    /** Panzhihua, 2020 No. 100, section 4(3) goes by the identities of the end of August; another text may go by another day. */
    @Test
    void aRemovalCountsOnlyUnderThePolicyWhoseLastDayHasNotPassed(
            @Autowired CountySeasons counties, @Autowired SettableClock clock) {
        CountySeason september = counties.fresh(2021);
        Instant usual = clock.instant();
        try {
            Listed removed = september.person();
            clock.set(LocalDate.of(2020, 8, 20));
            september.accepted(removed, september.person());
            clock.set(LocalDate.of(2020, 9, 10));
            september.accepted(Department.CIVIL_AFFAIRS, RosterKind.REMOVALS, removed);
            clock.set(LocalDate.of(2020, 9, 15));

            assertThat(afterRemoval(september, "2020-08-31")).isEqualTo(new Trial.Cost(2 * 27_500, 2 * 27_500));
            assertThat(afterRemoval(september, "2020-09-09")).isEqualTo(new Trial.Cost(2 * 27_500, 2 * 27_500));
            assertThat(afterRemoval(september, "2020-09-10")).isEqualTo(new Trial.Cost(2 * 27_500, 27_500));
            assertThat(afterRemoval(september, "2020-12-31")).isEqualTo(new Trial.Cost(2 * 27_500, 27_500));
            assertThat(afterRemoval(september, "")).isEqualTo(new Trial.Cost(2 * 27_500, 27_500));
        } finally {
            clock.set(usual);
        }
    }

    /** @param until the last day on which removals count under the policy that is tried; empty where each does */
    private Trial.Cost afterRemoval(CountySeason county, String until) {
        Question asked = question(text -> text.replaceFirst(
                "removals: [{]until: [$]cut-off,.*[}]",
                until.isEmpty() ? "" : "removals: {until: " + until + ", clause: who}"));
        Question there = new Question(asked.before(), asked.after(), county.code(), county.year());
        return county.clerk(() -> trying.trial(there)).all();
    }

    private Map<String, Integer> shifts(UnaryOperator<String> change) {
        return trial(change).byShift().stream().collect(Collectors.toMap(Row::key, Row::persons));
    }

    private Trial trial(UnaryOperator<String> change) {
        Question question = question(change);
        return season.clerk(() -> trying.trial(question));
    }

    private List<Line> names(Question question, Filter filter) {
        return season.clerk(() -> trying.names(question, filter, 1)).lines();
    }

    private Question question(UnaryOperator<String> change) {
        String text = change.apply(TEXT);
        var reading = PolicyTexts.read(text, 2021);
        assertThat(reading.problems()).isEmpty();
        return new Question(IN_FORCE, reading.policy().orElseThrow(), season.code(), season.year());
    }

    private int stored() {
        return season.owner()
                .sql("select (select count(*) from determination) + (select count(*) from outcome)")
                .query(Integer.class)
                .single();
    }
}
