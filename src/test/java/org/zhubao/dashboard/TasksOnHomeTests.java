package org.zhubao.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.RunRequest;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.register.People;
import org.zhubao.review.DecidingItems;
import org.zhubao.review.FindingItems;
import org.zhubao.review.Grounds;
import org.zhubao.review.Selection;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.MovingSheets;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;
import org.zhubao.visit.AskingTownships;
import org.zhubao.visit.Purpose;

/** Of every task and every sum of money on the home page of each role, the page behind it shows the same. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
class TasksOnHomeTests {

    private static final String FUND = "civil-affairs";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SeasonAtAGlance glance;

    @Autowired
    private FindingItems finding;

    @Autowired
    private DecidingItems deciding;

    @Autowired
    private AskingTownships asking;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private MovingSheets moving;

    @Autowired
    private People people;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;
    private Listed person;

    @BeforeEach
    void aSeasonInWhichEverybodyHasSomethingToDo() {
        season = counties.fresh(2021);
        person = season.person();
        season.accepted(person, season.person(), silent(), silent(), silent());
        season.run();
        season.clerkDoes(() -> finding.find(season.place()));
    }

    @Test
    void whatWaitsForTheClerk() throws Exception {
        assertThat(counts(Role.CLERK)).as("three silent").contains("3");
        clock.set(clock.instant().plusMillis(5));
        season.submitted(
                Department.POVERTY_ALLEVIATION,
                RosterKind.ADDITIONS,
                season.person().as("边缘户"));
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person());
        season.giveBack(
                season.submitted(
                        Department.DISABLED_FEDERATION,
                        RosterKind.ADDITIONS,
                        season.person().as("一般残疾人员").disabled("肢体", "三级")),
                "wrong list");

        assertThat(tasks(SignedIn.user(Role.CLERK, season.code()), season))
                .as("what was given back is not to be determined")
                .containsExactly(
                        "to-accept 1", "undetermined 1", "to-review 3", "to-push 2", "to-settle 1", "missing 1");
        counts(Role.CLERK);
    }

    @Test
    void whatWaitsForADepartmentAndATownship() throws Exception {
        Department poverty = Department.POVERTY_ALLEVIATION;
        season.uploaded(poverty, RosterKind.FULL, season.person().as("边缘户"));
        season.giveBack(
                season.submitted(poverty, RosterKind.ADDITIONS, season.person().as("边缘户")), "wrong list");
        season.clerkDoes(() -> asking.ask(season.place(), Purpose.IDENTITY, List.of(season.code() + "001"), "clerk"));

        assertThat(followed(SignedIn.officerOf(poverty, season.code()))).contains("1", "1");
        assertThat(followed(SignedIn.as(Role.TOWNSHIP_OFFICER, season.code() + "001")))
                .contains("5");
    }

    @Test
    void whatWaitsForTheReviewerAndWhatWaitsForFinance() throws Exception {
        UUID id = season.clerk(() -> people.search(season.code(), new Scope(season.code()), person.number(), 1)
                .get(0)
                .id());
        season.clerk(() -> deciding.propose(
                season.place(),
                Selection.person(id),
                Verdict.PAYS_NOTHING,
                new Grounds("x", "y", LocalDate.of(2024, 1, 1), null, null),
                1,
                "clerk"));
        UUID sheet = season.clerk(() -> settling.freeze(season.county(), season.year(), FUND, "clerk"));
        assertThat(followed(SignedIn.officerOf(Department.CIVIL_AFFAIRS, season.code())))
                .contains("1");
        assertSums(Role.CLERK);

        SignedIn.doing(
                Membership.officerOf(Department.CIVIL_AFFAIRS, season.code()),
                () -> done(() -> moving.confirm(sheet, "officer")));
        assertThat(counts(Role.REVIEWER)).contains("1", "1");
        assertSums(Role.REVIEWER);

        SignedIn.doing(Role.REVIEWER, season.code(), () -> done(() -> moving.approve(sheet, "reviewer")));
        assertThat(counts(Role.FINANCE_OFFICER)).contains("1");
        assertSums(Role.FINANCE_OFFICER);
    }

    @Test
    void aRunThatNobodyGoesByYetWaitsForTheClerk() throws Exception {
        clock.set(clock.instant().plusMillis(5));
        season.run(RunRequest.asKnownOn(clock.instant()));

        assertThat(tasks(SignedIn.user(Role.CLERK, season.code()), season))
                .as("five people")
                .contains("to-publish 5");
        assertThat(counts(Role.CLERK)).contains("5");
    }

    /** Medical assistance is no department's own money. */
    @Test
    void aSheetThatNoDepartmentConfirmsWaitsForTheReviewerAtOnce() throws Exception {
        CountySeason later = counties.at(season.county(), 2025);
        later.accepted(later.person(), later.person());
        later.run();
        UUID sheet = later.clerk(() -> settling.freeze(later.county(), later.year(), "medical-assistance", "clerk"));
        RequestPostProcessor reviewer = workingOn(later, SignedIn.as(Role.REVIEWER, season.code()));

        assertThat(followed(reviewer)).contains("1");
        assertThat(waiting(later)).containsExactly("unconfirmed-sheets-to-approve 1");
        SignedIn.doing(Role.REVIEWER, season.code(), () -> done(() -> moving.approve(sheet, "reviewer")));
        assertThat(waiting(later)).isEmpty();
    }

    private List<String> waiting(CountySeason later) {
        return tasks(SignedIn.user(Role.REVIEWER, later.code()), later);
    }

    @Test
    void theCityIsLedToTheSameInTheCountyItHasChosen() throws Exception {
        RequestPostProcessor city = workingOn(season, SignedIn.as(Role.CLERK, "5104"));

        assertThat(followed(city)).contains("5", "2", "3");
        assertThat(new LinkedNumbers(mvc).sums(city)).contains("550.00");
    }

    private RequestPostProcessor workingOn(CountySeason chosen, RequestPostProcessor user) throws Exception {
        Cookie cookie = mvc.perform(post("/workplace")
                        .param("county", chosen.code())
                        .param("benefitYear", String.valueOf(chosen.year()))
                        .with(user)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getCookie("zhubao-session");
        return request -> {
            request.setCookies(cookie);
            return user.postProcessRequest(request);
        };
    }

    private void assertSums(Role role) throws Exception {
        assertThat(new LinkedNumbers(mvc).sums(SignedIn.as(role, season.code())))
                .as("two of them are settled, with 275 yuan each")
                .contains("550.00");
    }

    private List<String> tasks(CurrentUser user, CountySeason of) {
        return SignedIn.doing(user.role(), of.code(), () -> glance.of(user, of.place())).tasks().stream()
                .map(task -> task.code() + " " + task.count())
                .toList();
    }

    private List<String> counts(Role role) throws Exception {
        return followed(SignedIn.as(role, season.code()));
    }

    private List<String> followed(RequestPostProcessor user) throws Exception {
        return new LinkedNumbers(mvc).followed(user);
    }

    private Listed silent() {
        return season.born(LocalDate.of(1995, 3, 1)).as("困境儿童");
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }
}
