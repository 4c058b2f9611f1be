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
        settled.freeze(season, MEDICAL);
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
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    private Page signedIn(Browser browser, String username, Membership membership) {
        var id = accounts.create(new NewUser(username, username, List.of(membership)));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
        return browser.signedIn(username, PASSWORD);
    }
}
