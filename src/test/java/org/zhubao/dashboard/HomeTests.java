package org.zhubao.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.dashboard.Season.TownshipBar;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.register.People;
import org.zhubao.review.Act;
import org.zhubao.review.DecidingItems;
import org.zhubao.review.FindingItems;
import org.zhubao.review.Grounds;
import org.zhubao.review.ItemKind;
import org.zhubao.review.Selection;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.visit.AskingTownships;
import org.zhubao.visit.Purpose;

/** The home page tells each role what waits for it, and everybody how far the season is. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
class HomeTests {

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
    private People people;

    @Autowired
    private MockMvc mvc;

    @Test
    void theClerkIsToldWhatToAcceptToDetermineAndToReview() {
        CountySeason season = counties.fresh(2021);
        season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, silent(season), season.person());
        assertThat(tasks(season, Role.CLERK)).contains("to-accept 1").doesNotContain("undetermined 1");

        season.accepted(silent(season));
        assertThat(tasks(season, Role.CLERK)).contains("undetermined 1");

        season.run();
        season.clerkDoes(() -> finding.find(season.place()));
        assertThat(tasks(season, Role.CLERK)).contains("to-review 1").doesNotContain("undetermined 1");
    }

    @Test
    void theReviewerIsToldOfOverridesAndTheTownshipOfPeopleToVisit() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person, season.person().in(CountySeason.WEST));
        season.run();
        season.clerkDoes(() -> deciding.propose(
                season.place(),
                Selection.person(people.search(season.code(), new Scope(season.code()), person.number(), 1)
                        .get(0)
                        .id()),
                Verdict.PAYS_NOTHING,
                new Grounds("x", "y", LocalDate.of(2024, 1, 1), null, null),
                1,
                "clerk"));
        season.clerkDoes(() -> asking.ask(
                season.place(), Purpose.IDENTITY, List.of(season.code() + "001", season.code() + "002"), "clerk"));

        assertThat(tasks(season, Role.REVIEWER)).containsExactly("to-approve 1");
        assertThat(tasks(season, Membership.of(Role.TOWNSHIP_OFFICER, season.code() + "001")))
                .containsExactly("to-visit 1");
    }

    @Test
    void whatIsRecognisedAndGrantedIsCountedAgainAfterEachList() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        season.run();
        assertThat(home(season, Role.CLERK).recognised()).isEqualTo(1);

        season.accepted(
                Department.POVERTY_ALLEVIATION, RosterKind.FULL, season.person().as("建档立卡"));
        season.run();

        Season home = home(season, Role.CLERK);
        assertThat(home.recognised()).isEqualTo(2);
        assertThat(home.granted()).isEqualTo(2);
        assertThat(home.paid()).as("no list of payments yet").isNull();
        assertThat(home.townships())
                .containsExactly(new TownshipBar(season.code() + "001", CountySeason.EAST, 2, 2, true, 0));
        assertThat(home.timeline())
                .hasValueSatisfying(line -> assertThat(line.deadlines()).hasSize(7));
    }

    @Test
    void aDepartmentSeesItsOwnListsAndNothingOfTheRest() {
        CountySeason season = counties.fresh(2021);
        season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        season.accepted(
                Department.POVERTY_ALLEVIATION, RosterKind.FULL, season.person().as("建档立卡"));

        Membership officer = Membership.officerOf(Department.CIVIL_AFFAIRS, season.code());
        Season home = SignedIn.doing(officer, () -> glance.of(user(officer), season.place()));

        assertThat(home.wall())
                .allSatisfy(row -> assertThat(row.department()).isEqualTo(Department.CIVIL_AFFAIRS))
                .hasSize(1);
        assertThat(home.tasks()).extracting(Task::code).containsExactly("to-submit");
        assertThat(home.recognised()).isZero();
    }

    @Test
    void theMenuSaysHowManyMattersWait() throws Exception {
        CountySeason season = counties.fresh(2021);
        season.accepted(silent(season), silent(season), season.person());
        season.run();
        season.clerkDoes(() -> finding.find(season.place()));
        String badge = "(?s)href=\"/review\"[^>]*>复核\\s*<span class=\"tag bad\"[^>]*>2</span>";

        assertThat(rosters(season)).containsPattern(badge);

        season.clerkDoes(
                () -> deciding.decide(season.place(), Selection.all(ItemKind.TEXT_SILENT), Act.KEPT, "x", 2, "clerk"));
        assertThat(rosters(season)).doesNotContain("tag bad");
    }

    private String rosters(CountySeason season) throws Exception {
        return mvc.perform(get("/rosters").with(SignedIn.as(Role.CLERK, season.code())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static Listed silent(CountySeason season) {
        return season.born(LocalDate.of(1995, 3, 1)).as("困境儿童");
    }

    private List<String> tasks(CountySeason season, Role role) {
        return tasks(season, Membership.of(role, season.code()));
    }

    private List<String> tasks(CountySeason season, Membership membership) {
        return SignedIn.doing(membership, () -> glance.of(user(membership), season.place())).tasks().stream()
                .map(task -> task.code() + " " + task.count())
                .toList();
    }

    private Season home(CountySeason season, Role role) {
        Membership membership = Membership.of(role, season.code());
        return SignedIn.doing(membership, () -> glance.of(user(membership), season.place()));
    }

    private static CurrentUser user(Membership membership) {
        return new CurrentUser(0, "somebody", "Test", membership.role(), membership.scope(), membership.department());
    }
}
