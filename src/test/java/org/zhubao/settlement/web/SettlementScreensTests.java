package org.zhubao.settlement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;

/** Who sees which sheet, and who may freeze one. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class SettlementScreensTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CountySeasons counties;

    private CountySeason season;
    private Listed person;
    private UUID federation;
    private UUID medical;

    @BeforeAll
    void aCountyThatHasFrozenTwoSheets(@Autowired SettlingAccounts settling) {
        season = counties.fresh(2025);
        person = season.person();
        season.accepted(person);
        season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.FULL,
                person.as("残疾人").disabled("肢体", "三级"));
        season.run();
        federation = season.clerk(() -> settling.freeze(season.county(), 2025, "federation", "clerk"));
        medical = season.clerk(() -> settling.freeze(season.county(), 2025, "medical-assistance", "clerk"));
    }

    @Test
    void anOfficerSeesTheSheetsOfTheOwnFundOnly() throws Exception {
        RequestPostProcessor officer = SignedIn.officerOf(Department.DISABLED_FEDERATION, season.code());

        assertThat(show("", officer).getContentAsString())
                .contains(federation.toString())
                .doesNotContain(medical.toString());
        assertThat(show("/" + federation, officer).getStatus()).isEqualTo(200);
        assertThat(show("/" + medical, officer).getStatus()).isEqualTo(404);
        assertThat(show("/" + medical + "/workbook", officer).getStatus()).isEqualTo(404);
        assertThat(show("", SignedIn.officerOf(Department.EDUCATION, season.code()))
                        .getContentAsString())
                .doesNotContain(federation.toString(), medical.toString());
    }

    @Test
    void anotherCountysSheetLooksLikeNone() throws Exception {
        RequestPostProcessor clerk = SignedIn.as(Role.CLERK, "510422");

        assertThat(show("/" + federation, clerk).getStatus()).isEqualTo(404);
        assertThat(show("/" + federation + "/workbook", clerk).getStatus()).isEqualTo(404);
    }

    @Test
    void theScreenMasksTheNumberThatTheWorkbookHolds() throws Exception {
        MockHttpServletResponse screen = show("/" + federation, SignedIn.as(Role.FINANCE_OFFICER, season.code()));

        assertThat(screen.getContentAsString())
                .contains(person.name(), person.number().substring(14))
                .doesNotContain(person.number());
    }

    @Test
    void theWorkbookIsNamedAfterTheSheet() throws Exception {
        MockHttpServletResponse workbook =
                show("/" + federation + "/workbook", SignedIn.as(Role.FINANCE_OFFICER, season.code()));

        assertThat(workbook.getStatus()).isEqualTo(200);
        assertThat(workbook.getHeader("Content-Disposition")).contains(season.code() + "-2025-federation-01.xlsx");
        assertThat(workbook.getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void onlyTheBureauFreezes() throws Exception {
        for (RequestPostProcessor user : new RequestPostProcessor[] {
            SignedIn.as(Role.FINANCE_OFFICER, season.code()),
            SignedIn.as(Role.AUDITOR, season.code()),
            SignedIn.officerOf(Department.DISABLED_FEDERATION, season.code())
        }) {
            assertThat(mvc.perform(post("/settlement")
                                    .param("fund", "federation")
                                    .with(user)
                                    .with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    @Test
    void asLongAsAReconciliationIsWaitedForNobodySaysThatNoCaseIsOpen() throws Exception {
        CountySeason paid = counties.fresh(2025);
        Listed payer = paid.person();
        paid.accepted(payer);
        paid.run();
        assertThat(casesOf(paid)).contains("没有待决定的个案");

        paid.accepted(
                Department.TAX,
                RosterKind.PAYMENTS,
                RosterWorkbook.of(
                        List.of("姓名", "身份证号码", "代缴金额", "缴费总额", "缴费日期"),
                        List.of(List.of(payer.name(), payer.number(), "300", "400", "2024-12-01"))));

        assertThat(casesOf(paid)).contains("请先对账").doesNotContain("没有待决定的个案");
    }

    private String casesOf(CountySeason of) throws Exception {
        return show("/cases", SignedIn.as(Role.CLERK, of.code())).getContentAsString();
    }

    private MockHttpServletResponse show(String path, RequestPostProcessor user) throws Exception {
        return mvc.perform(get("/settlement" + path).with(user)).andReturn().getResponse();
    }
}
