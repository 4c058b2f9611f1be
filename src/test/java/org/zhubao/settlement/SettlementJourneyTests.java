package org.zhubao.settlement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.zhubao.settlement.SettledSeason.FEDERATION;
import static org.zhubao.settlement.SettledSeason.MEDICAL;
import static org.zhubao.settlement.SettledSeason.federation;

import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.Browser;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** A sheet in the browser from hand to hand: the department disputes and confirms, the reviewer approves, finance pays. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=journey")
class SettlementJourneyTests {

    private static final String PASSWORD = "a long enough sentence";

    @LocalServerPort
    private int port;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Test
    void aSheetGoesThroughAllHandsAndIsPutUp() {
        CountySeason season = counties.fresh(2025);
        SettledSeason settled = new SettledSeason(settling);
        Listed both = season.person().called("欧阳双重");
        season.accepted(both, season.person().called("李低保").in(CountySeason.WEST));
        federation(season, both, season.person().called("孙残疾"));
        season.run();
        Sheet mistaken = settled.freeze(season, MEDICAL);
        Sheet sheet = settled.freeze(season, FEDERATION);
        String address = "/settlement/" + sheet.id();
        try (Browser browser = Browser.at(port)) {
            Page officer =
                    signedIn(browser, "s-officer", Membership.officerOf(Department.DISABLED_FEDERATION, season.code()));
            officer.navigate(address);
            officer.locator("main details summary").first().click();
            officer.locator("#sequence").fill("1");
            officer.locator("#dispute-reason").fill("证件已注销");
            officer.locator("form[action$='/dispute'] button").click();
            assertThat(officer.locator("h1 .tag")).hasText("有异议");

            Page clerk = signedIn(browser, "s-clerk", Membership.of(Role.CLERK, season.code()));
            clerk.navigate(address);
            clerk.locator("#answer-1").fill("证件有效，见花名册");
            browser.picture(clerk, "settlement-disputed");
            clerk.locator("button[value=true]").click();

            officer.navigate(address);
            officer.locator("form[action$='/confirmation'] button").click();
            assertThat(officer.locator("h1 .tag")).hasText("部门已确认");
            browser.picture(officer, "settlement-confirmed");
            clerk.navigate("/settlement");
            browser.picture(clerk, "settlement-list");
            clerk.navigate("/settlement/ledger");
            browser.picture(clerk, "settlement-ledger");
            clerk.navigate(address + "/archive");
            assertThat(clerk.locator("h1 .tag")).hasText("一致");
            browser.picture(clerk, "settlement-archive");

            Page reviewer = signedIn(browser, "s-reviewer", Membership.of(Role.REVIEWER, season.code()));
            reviewer.navigate(address);
            browser.picture(reviewer, "settlement-to-approve");
            reviewer.locator("form[action$='/approval'] button").click();
            assertThat(reviewer.locator("h1 .tag")).hasText("已复核");
            Page finance = signedIn(browser, "s-finance", Membership.of(Role.FINANCE_OFFICER, season.code()));
            finance.navigate(address);
            finance.locator("#paid-on").fill("2024-12-19");
            finance.locator("#voucher").fill("财支2024-17");
            browser.picture(finance, "settlement-to-pay");
            finance.locator("form[action$='/payment'] button").click();
            assertThat(finance.locator("h1 .tag")).hasText("已支付");

            clerk.navigate("/settlement/notices");
            clerk.locator("input[name=until]").fill("2025-01-10");
            browser.picture(clerk, "settlement-notices");
            clerk.locator("form[action$='/settlement/notices'] button").click();
            assertThat(clerk.locator("main table")).containsText("欧***");
            browser.picture(clerk, "settlement-notice");

            clerk.navigate("/settlement/" + mistaken.id());
            clerk.locator("main details:has(#void-reason) summary").click();
            clerk.locator("#void-reason").fill("名单有误");
            browser.picture(clerk, "settlement-to-void");
            clerk.locator("form[action$='/revocation'] button").click();
            assertThat(clerk.locator("h1 .tag")).hasText("已作废");
            browser.picture(clerk, "settlement-void");
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void anOpenCaseIsProposedByOneAndConfirmedByAnother() {
        CountySeason season = counties.fresh(2025);
        SettledSeason settled = new SettledSeason(settling);
        Listed better = season.person().called("李低保");
        season.accepted(better, season.person().called("赵低保").in(CountySeason.WEST));
        season.run();
        settled.freeze(season, MEDICAL);
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, better.as("特困人员"));
        season.run();
        try (Browser browser = Browser.at(port)) {
            Page clerk = signedIn(browser, "c-clerk", Membership.of(Role.CLERK, season.code()));
            clerk.navigate("/settlement");
            clerk.locator("a.tag.warn").click();
            clerk.locator("input[name=persons]").check();
            clerk.locator("#verdict").selectOption("SETTLE");
            clerk.locator("#case-reason").fill("特困认定在待遇开始前，按会议纪要补差");
            browser.picture(clerk, "settlement-cases");
            clerk.locator("form[action$='/settlement/cases'] button").click();
            assertThat(clerk.locator("main .tag.warn").first()).hasText("待复核");

            Page reviewer = signedIn(browser, "c-reviewer", Membership.of(Role.REVIEWER, season.code()));
            reviewer.navigate("/settlement/cases");
            browser.picture(reviewer, "settlement-case-to-confirm");
            reviewer.locator("form[action$='/confirmation'] button").click();
            assertThat(reviewer.locator("main .tag.ok")).hasText("生效");
            clerk.navigate("/settlement");
            browser.picture(clerk, "settlement-case-decided");
            Assertions.assertThat(settled.draft(season, MEDICAL).totalFen()).isEqualTo(10_000);
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    private Page signedIn(Browser browser, String username, Membership membership) {
        var id = accounts.create(new NewUser(username, username, List.of(membership)));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
        return browser.signedIn(username, PASSWORD);
    }
}
