package org.zhubao.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.levy.MarkLines;
import org.zhubao.levy.MarkPush;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.PushKind;
import org.zhubao.levy.PushingMarks;
import org.zhubao.levy.Receipts;
import org.zhubao.levy.Reconciling;
import org.zhubao.review.FindingItems;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SettableClock;

/** Each number on the home page leads to the people it counts, as many and no others. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
class NumbersOnHomeTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SeasonAtAGlance glance;

    @Autowired
    private FindingItems finding;

    @Autowired
    private PushingMarks pushing;

    @Autowired
    private MarkPushes pushes;

    @Autowired
    private MarkLines lines;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    @AfterEach
    void asItWas() {
        clock.set(SettableClock.START);
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
        assertThat(home)
                .as("each number is a link")
                .containsPattern("<a [^>]*township=[^>]*>2</a> /\\s*<a [^>]*township=[^>]*>2</a>");
        Matcher fund = Pattern.compile("href=\"([^\"]*fund=poverty)\">275.00<").matcher(home);

        assertThat(fund.find()).isTrue();
        assertThat(page(season, fund.group(1))).contains("孙扶贫").doesNotContain("钱民政");
    }

    /** Of every number on the page that leads to people: as many stand behind it, and for whoever sees the page. */
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
        season.clerkDoes(() -> finding.find(season.place()));
        assertThat(numbers(season, Role.CLERK)).contains("14", "8", "4", "2").endsWith("5", "5", "3", "3");

        UUID push = season.clerk(() -> pushing.push(season.county(), 2021, PushKind.FULL, "clerk"));
        assertThat(numbers(season, Role.CLERK)).containsSequence("8");

        paid(season, east.get(0), east.get(1), east.get(2), west.get(0));
        refuse(season, push, west.get(2));
        assertThat(numbers(season, Role.CLERK))
                .as("one of 8 was not taken, and 4 of the 7 others have paid")
                .contains("7", "1", "4")
                .endsWith("3", "5", "1", "3");

        season.clerk(() -> reconciling.reconcile(season.county(), 2021, "clerk"));
        assertThat(numbers(season, Role.AUDITOR))
                .as("4 of 8 have not paid, 2 in each township, and 200 instead of 275 is wrong of all others")
                .contains("14", "8", "4", "2");
        assertThat(home(season, Role.CLERK).reconciled())
                .extracting(Season.Reconciled::notEnrolled, Season.Reconciled::wrongAmount)
                .containsExactly(4, 4);
        assertThat(home(season, Role.CLERK).paidShare()).as("4 of 7").isEqualTo("57.1");
    }

    @Test
    void aTownshipsNumbersLeadToItsOwnPeople() throws Exception {
        CountySeason season = counties.fresh(2021);
        season.accepted(
                season.person().called("东一"),
                season.person().called("东二"),
                season.person().called("西一").in(CountySeason.WEST));
        season.run();
        RequestPostProcessor officer = SignedIn.as(Role.TOWNSHIP_OFFICER, season.code() + "001");

        assertThat(numbers(officer)).containsOnly("2", "0");
        assertThat(page("/people/stages?stage=recognised", officer))
                .contains("东一", "东二")
                .doesNotContain("西一");
        assertThat(page("/people/stages?stage=paid", officer)).doesNotContain("共 ");
    }

    /** Whom a list of this month brings and takes, and not who merely changes from one identity to another. */
    @Test
    void whoCameAndWentThisMonthIsCounted() throws Exception {
        CountySeason season = counties.fresh(2021);
        Listed stays = season.person();
        Listed changes = season.person();
        Listed goes = season.person();
        season.accepted(stays, changes, goes);
        clock.set(LocalDate.of(2025, 1, 8));
        season.accepted(stays, changes.as("特困人员"), season.person().called("周新来"));

        assertThat(home(season, Role.CLERK))
                .extracting(Season::recognised, Season::added, Season::removed)
                .containsExactly(3, 1, 1);
        assertThat(numbers(season, Role.CLERK)).contains("3", "1");
        assertThat(page(season, "/people/stages?stage=added")).contains("周新来");
        assertThat(page(season, "/people/stages?stage=removed")).contains(goes.name());
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

    private List<String> numbers(CountySeason season, Role role) throws Exception {
        return numbers(SignedIn.as(role, season.code()));
    }

    private List<String> numbers(RequestPostProcessor user) throws Exception {
        return new LinkedNumbers(mvc).followed(user);
    }

    private void refuse(CountySeason season, UUID push, Listed person) {
        season.clerkDoes(() -> {
            MarkPush made = pushes.find(push, new Scope(season.code())).orElseThrow();
            int sequence = lines.page(made, false, 0, 100).stream()
                    .filter(line -> line.number().full().equals(person.number()))
                    .findFirst()
                    .orElseThrow()
                    .sequence();
            receipts.refuse(made, sequence, "查无此人", "tax");
        });
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
        return page(address, SignedIn.as(Role.CLERK, season.code()));
    }

    private String page(String address, RequestPostProcessor user) throws Exception {
        return new LinkedNumbers(mvc).page(address, user);
    }

    private static Listed silent(CountySeason season) {
        return season.born(LocalDate.of(1995, 3, 1)).as("困境儿童");
    }

    private Season home(CountySeason season, Role role) {
        CurrentUser user = SignedIn.user(role, season.code());
        return SignedIn.doing(role, season.code(), () -> glance.of(user, season.place()));
    }
}
