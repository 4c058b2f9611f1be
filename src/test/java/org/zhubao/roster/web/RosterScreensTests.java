package org.zhubao.roster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterStatus;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** Who sees which roster, and what its page shows. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class RosterScreensTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CountySeasons counties;

    private CountySeason season;

    @BeforeAll
    void aCounty() {
        season = counties.fresh(2021);
    }

    @Test
    void anOfficerSeesTheRostersOfTheOwnDepartmentOnly() throws Exception {
        UUID own = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        UUID others = season.uploaded(
                Department.POVERTY_ALLEVIATION, RosterKind.FULL, season.person().as("建档立卡"));
        RequestPostProcessor officer = SignedIn.officerOf(Department.CIVIL_AFFAIRS, season.code());

        mvc.perform(get("/rosters").with(officer))
                .andExpect(content().string(containsString(own.toString())))
                .andExpect(content().string(not(containsString(others.toString()))));
        mvc.perform(get("/rosters/" + own).with(officer)).andExpect(status().isOk());
        assertThat(answer(get("/rosters/" + others).with(officer))).isEqualTo(404);
        assertThat(answer(get("/rosters/" + others + "/changes?change=ADDED").with(officer)))
                .isEqualTo(404);
        assertThat(answer(
                        post("/rosters/" + others + "/submission").with(officer).with(csrf())))
                .isEqualTo(404);
        assertThat(season.roster(others).status()).isEqualTo(RosterStatus.CHECKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/changes?change=ADDED"})
    void anotherCountysRosterLooksLikeNone(String page) throws Exception {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());

        assertThat(answer(get("/rosters/" + roster + page).with(SignedIn.as(Role.CLERK, "510422"))))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submission", "acceptance", "return"})
    void anotherCountysClerkMovesNothing(String move) throws Exception {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());

        assertThat(answer(post("/rosters/" + roster + "/" + move)
                        .param("reason", "none")
                        .with(SignedIn.as(Role.CLERK, "510422"))
                        .with(csrf())))
                .isEqualTo(404);
        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.CHECKED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "TOWNSHIP_OFFICER", "FINANCE_OFFICER"})
    void rolesWithoutTheAreaAreTurnedAwayFromARosterToo(Role role) throws Exception {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());

        assertThat(answer(get("/rosters/" + roster).with(SignedIn.as(role, ""))))
                .isEqualTo(403);
    }

    @Test
    void theTaxBureauSeesItsOwnListsOnly() throws Exception {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());

        assertThat(answer(get("/rosters/" + roster).with(SignedIn.as(Role.TAX_OFFICER, ""))))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR"})
    void whoOnlyReadsNeitherSubmitsNorAcceptsNorReturns(Role role) throws Exception {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        RequestPostProcessor reader = SignedIn.as(role, "5104");

        assertThat(answer(get("/rosters/" + roster).with(reader))).isEqualTo(200);
        for (String move : new String[] {"submission", "acceptance", "return"}) {
            assertThat(answer(post("/rosters/" + roster + "/" + move)
                            .param("reason", "none")
                            .with(reader)
                            .with(csrf())))
                    .as(move)
                    .isEqualTo(403);
        }
    }

    @Test
    void anOfficerSubmitsAndOnlyTheBureauAccepts() throws Exception {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        RequestPostProcessor officer = SignedIn.officerOf(Department.CIVIL_AFFAIRS, season.code());

        mvc.perform(post("/rosters/" + roster + "/submission").with(officer).with(csrf()));
        assertThat(answer(
                        post("/rosters/" + roster + "/acceptance").with(officer).with(csrf())))
                .isEqualTo(403);
        mvc.perform(post("/rosters/" + roster + "/acceptance")
                .with(SignedIn.as(Role.CLERK, season.code()))
                .with(csrf()));

        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.ACCEPTED);
    }

    @Test
    void aReturnWithoutAReasonIsRefused() throws Exception {
        UUID roster = season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());

        mvc.perform(post("/rosters/" + roster + "/return")
                .param("reason", " 　")
                .with(SignedIn.as(Role.CLERK, season.code()))
                .with(csrf()));

        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.SUBMITTED);
    }

    @Test
    void theLetterSaysWhyTheListGoesBackAndWhichRowsToCorrect() throws Exception {
        Listed wrong = season.person().called("李坏坏");
        String broken = CountySeason.broken(wrong.number());
        Listed twice = season.person();
        UUID roster = season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, wrong.numbered(broken), twice, twice);
        assertThat(answer(get("/rosters/" + roster + "/letter").with(SignedIn.as(Role.CLERK, season.code()))))
                .isEqualTo(404);

        season.giveBack(roster, "缺少南山乡");

        assertThat(page(season, "/rosters/" + roster + "/letter"))
                .contains("缺少南山乡", "李坏坏", "改正身份证号")
                .as("a row that stands there twice is nothing to correct")
                .doesNotContain("不需要处理")
                .doesNotContain(broken);
    }

    @Test
    void whatWasGivenBackWithoutAFaultyRowIsSentOnceMoreFromItsPage() throws Exception {
        UUID roster = season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        String again = "/rosters/new?department=civil-affairs&amp;kind=full";
        assertThat(page(season, "/rosters/" + roster)).doesNotContain(again);

        season.giveBack(roster, "缺少南山乡");

        assertThat(page(season, "/rosters/" + roster)).contains(again);
        assertThat(page(season, "/rosters/" + roster + "/letter")).doesNotContain("0 行不能接收");
    }

    @Test
    void findingsStandAtTheirRowsWithTheNumberMasked() throws Exception {
        Listed wrong = season.person();
        String broken = CountySeason.broken(wrong.number());
        UUID roster = season.uploaded(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                season.person().called("王好好"),
                wrong.called("李坏坏").numbered(broken),
                season.person().called("张待定").as("待定的人"));

        String page = page(season, "/rosters/" + roster);

        assertThat(rowsOf(page)).containsExactly("3", "4");
        assertThat(page).contains("李坏坏", "张待定", "待定的人").doesNotContain("王好好", broken);
        assertThat(rowsOf(page(season, "/rosters/" + roster + "?code=301"))).containsExactly("4");
        assertThat(rowsOf(page(season, "/rosters/" + roster + "?all=true"))).containsExactly("2", "3", "4");
    }

    @Test
    void filterAndPageKeepEachOther() throws Exception {
        Listed[] people = IntStream.rangeClosed(1, 120)
                .mapToObj(i -> i % 2 == 0 ? season.person().as("待定") : season.person())
                .toArray(Listed[]::new);
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, people);

        String second = page(season, "/rosters/" + roster + "?code=301&page=2");

        assertThat(rowsOf(second)).hasSize(10).startsWith("103").endsWith("121");
        assertThat(second).contains("code=301&amp;page=1");
        assertThat(rowsOf(page(season, "/rosters/" + roster + "?all=true&page=3")))
                .hasSize(20)
                .startsWith("102");
        assertThat(page(season, "/rosters/" + roster + "?all=true")).contains("all=true&amp;page=2");
    }

    @Test
    void thePreviewLeadsToThePeopleBehindEachNumber() throws Exception {
        CountySeason fresh = counties.fresh(2021);
        Listed leaving = fresh.person().called("赵离开");
        Listed coming = fresh.person().called("钱来到");
        fresh.accepted(leaving);
        UUID roster = fresh.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, coming);

        assertThat(page(fresh, "/rosters/" + roster)).contains("100%");
        assertThat(page(fresh, "/rosters/" + roster + "/changes?change=CANCELLED"))
                .contains("赵离开")
                .doesNotContain("钱来到", leaving.number());
        assertThat(page(fresh, "/rosters/" + roster + "/changes?change=ADDED"))
                .contains("钱来到")
                .doesNotContain("赵离开");
    }

    private int answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    private String page(CountySeason season, String address) throws Exception {
        return mvc.perform(get(address).with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** The row numbers in the first cell of each line. */
    private static List<String> rowsOf(String page) {
        return Pattern.compile("<td class=\"num\">\\s*<span>(\\d+)</span>")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
