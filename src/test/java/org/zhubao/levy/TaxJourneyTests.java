package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.support.Browser;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** From the marks that go out to the money that is taken back, in a real browser. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class TaxJourneyTests {

    private static final String PASSWORD = "a-taxing-journey-2025";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettableClock clock;

    @Test
    void marksGoOutPaymentsComeBackAndEveryMismatchHasAnOwner(@TempDir Path folder) throws IOException {
        clock.set(LocalDate.of(2024, 12, 20));
        CountySeason season = counties.fresh(2025);
        Listed agrees = season.person().called("钱一致");
        Listed twice = season.person().called("孙重复");
        season.accepted(agrees, twice, season.person().called("李未缴"));
        season.run();
        Path payments = Files.write(
                folder.resolve("payments.xlsx"),
                PaymentSheet.payments()
                        .paid(agrees, 300, 100, "2024-12-22", "")
                        .paid(twice, 300, 100, "2024-12-22", "")
                        .paid(twice, 300, 100, "2024-12-23", "")
                        .workbook());
        try (Browser browser = Browser.at(port)) {
            Page clerk = signedIn(browser, Role.CLERK, season);
            push(browser, clerk);
            Page tax = signedIn(browser, Role.TAX_OFFICER, season);
            upload(browser, tax, payments);
            reconcile(browser, clerk);

            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Page signedIn(Browser browser, Role role, CountySeason season) {
        String username = "levy-" + role.code();
        var id = accounts.create(new NewUser(username, username, List.of(Membership.of(role, season.code()))));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
        return browser.signedIn(username, PASSWORD);
    }

    private static void push(Browser browser, Page clerk) {
        clerk.navigate("/tax");
        clerk.click("form[action$='/tax/pushes'] button");
        clerk.waitForSelector(".flash.success");
        browser.picture(clerk, "mark-push");
        Download workbook = clerk.waitForDownload(() -> clerk.click("a[href$='/workbook']"));
        assertThat(workbook.suggestedFilename()).endsWith("2025-M01.xlsx");
    }

    private static void upload(Browser browser, Page tax, Path payments) {
        tax.navigate("/rosters/new?kind=payments");
        tax.setInputFiles("#file", payments);
        tax.click("main form[enctype] button[type=submit]");
        tax.waitForURL("**/rosters/*-*");
        tax.waitForSelector("form[action$='/submission'] button");
        browser.picture(tax, "payments");
        tax.click("form[action$='/submission'] button");
        tax.waitForSelector(".flash.success");
    }

    private static void reconcile(Browser browser, Page clerk) {
        clerk.navigate("/tax");
        clerk.click("a[href*='/rosters/']:not([href*='new'])");
        clerk.click("form[action$='/acceptance'] button");
        clerk.waitForSelector(".flash.success");
        clerk.navigate("/tax");
        clerk.click("form[action$='/tax/reconciliations'] button");
        clerk.waitForSelector(".flash.success");
        browser.picture(clerk, "reconciliation");
        assertThat(clerk.locator("main").innerText()).contains("重复缴费", "应保未保", "合计一致：600.00");
        clerk.click("a[href$='cause=paid-twice']:not([href*='letter'])");
        browser.picture(clerk, "reconciliation-people");
        assertThat(clerk.locator("tbody").innerText()).contains("孙重复", "-300.00");
        clerk.goBack();
        clerk.click("a[href*='/letter?cause=paid-twice']");
        browser.picture(clerk, "reconciliation-letter");
        clerk.navigate("/tax/not-enrolled");
        browser.picture(clerk, "not-enrolled");
        assertThat(clerk.locator("tbody").first().innerText()).contains("李未缴").doesNotContain("钱一致");
        clerk.navigate("/tax/delivery");
        browser.picture(clerk, "delivery");
        clerk.navigate("/tax");
        browser.picture(clerk, "tax");
    }
}
