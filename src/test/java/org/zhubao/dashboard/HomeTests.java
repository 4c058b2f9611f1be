package org.zhubao.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.Workplace;
import org.zhubao.dashboard.Season.TownshipBar;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.levy.PushKind;
import org.zhubao.levy.PushingMarks;
import org.zhubao.levy.Reconciling;
import org.zhubao.register.People;
import org.zhubao.review.DecidingItems;
import org.zhubao.review.FindingItems;
import org.zhubao.review.Grounds;
import org.zhubao.review.Selection;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.visit.AskingTownships;
import org.zhubao.visit.Purpose;

/** The home page tells each role what waits for it, and everybody how far the season is. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
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
    private PushingMarks pushing;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private OnRecord onRecord;

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
        season.clerkDoes(() -> finding.find(place(season)));
        assertThat(tasks(season, Role.CLERK)).contains("to-review 1").doesNotContain("undetermined 1");
    }

    @Test
    void theReviewerIsToldOfOverridesAndTheTownshipOfPeopleToVisit() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person, season.person().in(CountySeason.WEST));
        season.run();
        season.clerkDoes(() -> deciding.propose(
                place(season),
                Selection.person(people.search(season.code(), new Scope(season.code()), person.number(), 1)
                        .get(0)
                        .id()),
                Verdict.PAYS_NOTHING,
                new Grounds("x", "y", LocalDate.of(2024, 1, 1), null, null),
                1,
                "clerk"));
        season.clerkDoes(() -> asking.ask(
                place(season), Purpose.IDENTITY, List.of(season.code() + "001", season.code() + "002"), "clerk"));

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
                .containsExactly(new TownshipBar(season.code() + "001", CountySeason.EAST, 2, 2, 0));
        assertThat(home.timeline())
                .hasValueSatisfying(line -> assertThat(line.deadlines()).hasSize(7));
    }

    @Test
    void eachFundLeadsToThePeopleItPaysFor() throws Exception {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person().called("钱民政"));
        season.accepted(
                Department.POVERTY_ALLEVIATION,
                RosterKind.FULL,
                season.person().called("孙扶贫").as("建档立卡"));
        season.run();

        String home = page(season, "/");
        assertThat(home).as("each number is a link").containsPattern("<a [^>]*township=[^>]*>2 / 2</a>");
        Matcher fund = Pattern.compile("href=\"([^\"]*fund=poverty)\">275.00<").matcher(home);

        assertThat(fund.find()).isTrue();
        assertThat(page(season, fund.group(1))).contains("孙扶贫").doesNotContain("钱民政");
    }

    /** Of every number on the page that leads to people: as many stand behind it. */
    @Test
    void everyNumberLeadsToAsManyPeople() throws Exception {
        CountySeason season = counties.fresh(2021);
        List<Listed> east = people(5, season::person);
        List<Listed> west = people(3, () -> season.person().in(CountySeason.WEST));
        season.accepted(Stream.of(
                        east,
                        west,
                        people(2, () -> season.person().recognised(LocalDate.of(2021, 3, 1))),
                        people(4, () -> silent(season)))
                .flatMap(List::stream)
                .toArray(Listed[]::new));
        season.run();
        season.clerkDoes(() -> finding.find(place(season)));

        assertThat(numbers(season)).contains("14", "8", "5 / 5", "3 / 3", "4", "2");

        season.clerk(() -> pushing.push(season.county(), 2021, PushKind.FULL, "clerk"));
        paid(season, east.get(0), east.get(1), east.get(2), west.get(0));
        season.clerk(() -> reconciling.reconcile(season.county(), 2021, "clerk"));

        assertThat(numbers(season))
                .as("4 of 8 have not paid, 2 in each township, and 200 instead of 275 is wrong of all others")
                .contains("14", "8", "4", "2");
        assertThat(home(season, Role.CLERK).reconciled())
                .extracting(Season.Reconciled::notEnrolled, Season.Reconciled::wrongAmount)
                .containsExactly(4, 4);
    }

    @Test
    void whoIsPutRightIsCountedAsOneWithTheirPayment() {
        CountySeason season = counties.fresh(2021);
        Listed kept = season.person();
        Listed other = season.person();
        Listed wrong = season.person();
        season.accepted(kept, other, wrong);
        paid(season, other, wrong);
        assertThat(home(season, Role.CLERK))
                .extracting(Season::recognised, Season::paid)
                .containsExactly(3, 2);

        onRecord.merge(season, kept, other);
        onRecord.renumber(season, wrong, season.person());

        assertThat(home(season, Role.CLERK))
                .extracting(Season::recognised, Season::paid)
                .containsExactly(2, 2);
    }

    /** The numbers on the home page that are links, each followed to the page behind it, which has to show as many. */
    private List<String> numbers(CountySeason season) throws Exception {
        Matcher link = Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*>[^<0-9]*([0-9][0-9 /]*+(?![.,]))[^<]*</a>")
                .matcher(page(season, "/").replaceFirst("(?s).*<main", ""));
        List<String> numbers = new ArrayList<>();
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&");
            String number = link.group(2).strip();
            String shown = number.split(" ")[0];
            assertThat(page(season, address))
                    .as("%s behind %s", number, address)
                    .containsPattern(
                            address.matches("/(determinations/|tax/(not-enrolled|reconciliations)|rosters/.*all=).*")
                                    ? "共 " + shown + " 条"
                                    : ">\\s*" + shown + "\\s*<");
            numbers.add(number);
        }
        return numbers;
    }

    private static List<Listed> people(int count, Supplier<Listed> one) {
        return Stream.generate(one).limit(count).toList();
    }

    private static void paid(CountySeason season, Listed... people) {
        season.accepted(
                Department.TAX,
                RosterKind.PAYMENTS,
                RosterWorkbook.of(
                        List.of("姓名", "身份证号码", "代缴金额", "个人缴费金额", "缴费总额", "缴费日期", "参保档次"),
                        Stream.of(people)
                                .map(person -> List.of(
                                        person.name(), person.number(), "200", "105", "305", "2024-12-20", "一档"))
                                .toList()));
    }

    private String page(CountySeason season, String address) throws Exception {
        return mvc.perform(get(address).with(SignedIn.as(Role.CLERK, season.code())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aDepartmentSeesItsOwnListsAndNothingOfTheRest() {
        CountySeason season = counties.fresh(2021);
        season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        season.accepted(
                Department.POVERTY_ALLEVIATION, RosterKind.FULL, season.person().as("建档立卡"));

        Membership officer = Membership.officerOf(Department.CIVIL_AFFAIRS, season.code());
        Season home = SignedIn.doing(officer, () -> glance.of(user(officer), place(season)));

        assertThat(home.wall())
                .allSatisfy(row -> assertThat(row.department()).isEqualTo(Department.CIVIL_AFFAIRS))
                .hasSize(1);
        assertThat(home.tasks()).extracting(Task::code).containsExactly("to-submit");
        assertThat(home.recognised()).isZero();
    }

    private static Listed silent(CountySeason season) {
        return season.born(LocalDate.of(1995, 3, 1)).as("困境儿童");
    }

    private List<String> tasks(CountySeason season, Role role) {
        return tasks(season, Membership.of(role, season.code()));
    }

    private List<String> tasks(CountySeason season, Membership membership) {
        return SignedIn.doing(membership, () -> glance.of(user(membership), place(season))).tasks().stream()
                .map(task -> task.code() + " " + task.count())
                .toList();
    }

    private Season home(CountySeason season, Role role) {
        Membership membership = Membership.of(role, season.code());
        return SignedIn.doing(membership, () -> glance.of(user(membership), place(season)));
    }

    private static CurrentUser user(Membership membership) {
        return new CurrentUser(0, "somebody", "Test", membership.role(), membership.scope(), membership.department());
    }

    private static Workplace place(CountySeason season) {
        return new Workplace(season.county(), season.year());
    }
}
