package org.zhubao.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.PushKind;
import org.zhubao.levy.PushingMarks;
import org.zhubao.levy.Receipts;
import org.zhubao.levy.Reconciling;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/** The clerk is told what comes next after a run, leads to the page that says as many, and is told no more once it is done. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
@ExtendWith(SetsTheClockBack.class)
class NextStepsOnHomeTests {

    private static final String FUND = "civil-affairs";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SeasonAtAGlance glance;

    @Autowired
    private PushingMarks pushing;

    @Autowired
    private MarkPushes pushes;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;
    private Listed[] people;

    @BeforeEach
    void threePeopleAndARun() {
        season = counties.fresh(2021);
        people = new Listed[] {season.person(), season.person(), season.person()};
        season.accepted(people);
        season.run();
    }

    @Test
    void fromTheRunToTheSheetEachStepWaitsUntilItIsDone() throws Exception {
        assertThat(steps()).containsExactly("to-push 3", "to-settle 1");
        push();
        assertThat(steps()).containsExactly("to-settle 1");
        paid(people);
        assertThat(steps()).as("nothing is drafted before it is reconciled").containsExactly("to-reconcile 1");
        reconcile();
        assertThat(steps()).containsExactly("to-settle 1");
        freeze();
        assertThat(steps()).isEmpty();
    }

    @Test
    void whatAnotherRunBringsWaitsAgain() throws Exception {
        push();
        paid(people);
        reconcile();
        freeze();
        later();
        Listed another = season.person();
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, another);
        later();
        season.run();
        assertThat(steps()).containsExactly("to-push 1", "to-reconcile 1");
        assertThat(mainButtons()).containsExactly("推送增量");

        push();
        later();
        paid(another);
        assertThat(steps()).as("a run and a list").containsExactly("to-reconcile 2");
        assertThat(page("/tax")).contains("有 2 项变化还没有对账：发布了新的核定，缴费明细 1 份，下面的结果没有算上");
        assertThat(mainButtons()).containsExactly("重新对账");

        later();
        reconcile();
        assertThat(steps()).containsExactly("to-settle 1");
        assertThat(mainButtons()).isEmpty();
    }

    @Test
    void aRunThatChangesNobodysMarkIsNotToBePushed() throws Exception {
        push();
        later();
        season.run();

        assertThat(steps()).doesNotContain("to-push 3").containsExactly("to-settle 1");
    }

    @Test
    void whomTheTaxBureauRefusedIsToBePushedAgain() throws Exception {
        UUID push = push();
        season.clerkDoes(() ->
                receipts.refuse(pushes.find(push, new Scope(season.code())).orElseThrow(), 1, "查无此人", "tax"));

        assertThat(steps()).containsExactly("to-push 1", "to-settle 1");
    }

    @Test
    void nobodyElseIsToldWhatTheyMayNotDo() {
        paid(people);
        assertThat(Stream.of(Role.REVIEWER, Role.AUDITOR, Role.FINANCE_OFFICER).flatMap(this::tasks))
                .noneMatch(task -> task.startsWith("to-push") || task.startsWith("to-reconcile"))
                .noneMatch(task -> task.startsWith("to-settle"));
    }

    /** What the clerk is told, each number followed to the page behind it. */
    private List<String> steps() throws Exception {
        new LinkedNumbers(mvc).followed(SignedIn.as(Role.CLERK, season.code()));
        return tasks(Role.CLERK)
                .filter(task -> !task.startsWith("missing") && !task.startsWith("undetermined"))
                .toList();
    }

    private Stream<String> tasks(Role role) {
        CurrentUser user = SignedIn.user(role, season.code());
        return SignedIn.doing(role, season.code(), () -> glance.of(user, season.place())).tasks().stream()
                .map(task -> task.code() + " " + task.count());
    }

    private List<String> mainButtons() throws Exception {
        return page("/tax")
                .replaceFirst("(?s).*<main", "")
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("<button class=\"btn ?\".*"))
                .map(line -> line.replaceAll("<[^>]*>", ""))
                .toList();
    }

    private String page(String address) throws Exception {
        return new LinkedNumbers(mvc).page(address, SignedIn.as(Role.CLERK, season.code()));
    }

    private UUID push() {
        return season.clerk(() -> pushing.push(season.county(), season.year(), PushKind.DELTA, "clerk"));
    }

    private void reconcile() {
        season.clerk(() -> reconciling.reconcile(season.county(), season.year(), "clerk"));
    }

    private void freeze() {
        season.clerk(() -> settling.freeze(season.county(), season.year(), FUND, "clerk"));
    }

    private void later() {
        clock.set(clock.instant().plusMillis(5));
    }

    private void paid(Listed... who) {
        season.accepted(
                Department.TAX,
                RosterKind.PAYMENTS,
                RosterWorkbook.of(
                        List.of("姓名", "身份证号码", "代缴金额", "个人缴费金额", "缴费总额", "缴费日期", "参保档次"),
                        Stream.of(who)
                                .map(person ->
                                        List.of(person.name(), person.number(), "275", "5", "280", "2024-12-20", "一档"))
                                .toList()));
    }
}
