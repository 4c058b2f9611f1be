package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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

/** A county writes its own policy for the year it works in: from the city's text to its own in force, in a real browser. */
@DatabaseTest
class PolicyJourneyTests {

    private static final String PASSWORD = "a-written-policy-2025";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private CountySeasons counties;

    @Test
    void aDraftIsWrittenTriedProvedSubmittedAndPublished() {
        CountySeason season = season();
        user("policy-clerk", Membership.of(Role.CLERK, season.code()));
        user("policy-reviewer", Membership.of(Role.REVIEWER, season.code()));
        try (Browser browser = Browser.at(port)) {
            Page clerk = browser.signedIn("policy-clerk", PASSWORD);
            String draft = begin(clerk, season);
            makeAMistakeAndCorrectIt(browser, clerk);
            loseTheWindowAndBringBackWhatWasTyped(clerk, draft);
            payMore(clerk);
            look(browser, clerk, draft + "/differences", "draft-differences");
            look(browser, clerk, draft + "/trial", "trial");
            clerk.click("td.num a[href*='shift=GAINS']");
            browser.picture(clerk, "trial-people");
            assertThat(clerk.locator("tbody tr").count()).isEqualTo(2);
            takeARulingAwayAndDraftItAgain(browser, clerk, draft);
            submit(browser, clerk, draft);

            Page reviewer = browser.signedIn("policy-reviewer", PASSWORD);
            look(browser, reviewer, draft, "draft-submitted");
            reviewer.click("form[action$='/publication'] button");
            reviewer.waitForSelector(".flash.success");
            look(browser, reviewer, "/policies/county-" + season.code() + "-2021/versions", "policy-versions");
            assertThat(reviewer.locator("tbody tr").count()).isEqualTo(1);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private CountySeason season() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person(), season.person());
        season.accepted(
                Department.POVERTY_ALLEVIATION,
                RosterKind.FULL,
                season.person().as("边缘户"),
                season.person().as("边缘户"));
        return season;
    }

    private void user(String username, Membership membership) {
        var id = accounts.create(new NewUser(username, username, List.of(membership)));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
    }

    private static String begin(Page clerk, CountySeason season) {
        clerk.navigate("/policies/panzhihua-hardship-2021");
        clerk.click("a[href*='/policies/drafts/new']");
        clerk.selectOption("#region", season.code());
        clerk.fill("#benefitYear", "2021");
        clerk.fill("#name", "county-" + season.code());
        clerk.click("main form[action$='/policies/drafts'] button[type=submit]");
        clerk.waitForURL("**/policies/drafts/*-*");
        return clerk.url();
    }

    private static void makeAMistakeAndCorrectIt(Browser browser, Page clerk) {
        String text = clerk.inputValue("#text");
        clerk.fill("#text", text.replace("for: marginal-household", "for: marginal-housing"));
        clerk.click("button[hx-post$='/check']");
        clerk.waitForSelector("#checked a[data-line]");
        clerk.click("#checked .task:has-text('marginal-housing') a[data-line]");
        browser.picture(clerk, "draft-mistake");
        assertThat(clerk.locator(".editor .lines .bad").count()).isPositive();
        assertThat(
                        clerk.evaluate(
                                "getSelection().toString() || document.getElementById('text').value.substring("
                                        + "document.getElementById('text').selectionStart, document.getElementById('text').selectionEnd)"))
                .asString()
                .contains("marginal-housing");
        clerk.fill("#text", text);
        clerk.click("button[hx-post$='/check']");
        clerk.waitForSelector(
                "#checked a[data-line]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static void loseTheWindowAndBringBackWhatWasTyped(Page clerk, String draft) {
        String text = clerk.inputValue("#text");
        clerk.fill("#text", text.replace("title: ", "title: 试行 "));
        clerk.navigate("/policies");
        clerk.navigate(draft);
        assertThat(clerk.inputValue("#text")).isEqualTo(text);
        clerk.click("#restore");
        assertThat(clerk.inputValue("#text")).contains("title: 试行 ");
    }

    private static void payMore(Page clerk) {
        replace(
                clerk,
                "pays: {percent: 50, tier: 1, components: basic}",
                "pays: {percent: 60, tier: 1, components: basic}");
    }

    private static void replace(Page clerk, String before, String after) {
        String text = clerk.inputValue("#text");
        assertThat(text).contains(before);
        clerk.fill("#text", text.replace(before, after));
        clerk.click("#editing button[type=submit]");
        clerk.waitForSelector(".flash.success");
    }

    private static void takeARulingAwayAndDraftItAgain(Browser browser, Page clerk, String draft) {
        clerk.navigate(draft);
        replace(
                clerk,
                "    - {prefer: destitute-support, over: severely-disabled, ruling: destitute-before-severe}\n",
                "");
        prove(clerk);
        browser.picture(clerk, "draft-proof");
        draftRuling(clerk, "F401");
        browser.picture(clerk, "draft-ruling");
        assertThat(clerk.inputValue("#text"))
                .containsPattern("(severely-disabled-or-destitute-support|destitute-support-or-severely-disabled):")
                .contains("silent: 同时符合");
        completeRuling(clerk);
        prove(clerk);
        draftRuling(clerk, "F402");
        completeRuling(clerk);
        prove(clerk);
        assertThat(clerk.locator(".tag.bad").count()).as("what needs a ruling").isZero();
    }

    private static void prove(Page clerk) {
        clerk.click("form[action$='/proof'] button");
        clerk.waitForURL("**/proof");
    }

    private static void draftRuling(Page clerk, String kind) {
        clerk.locator("section:has-text('" + kind + "') a[href*='/ruling']")
                .first()
                .click();
        clerk.waitForSelector("#text");
    }

    private static void completeRuling(Page clerk) {
        replace(
                clerk,
                "decided:\n    by:\n    on:\n    because:",
                "decided: 已定。\n    by: 某县医疗保障局\n    on: 2020-09-02\n    because: 救助程度最重。");
    }

    private static void submit(Browser browser, Page clerk, String draft) {
        clerk.navigate(draft);
        browser.picture(clerk, "draft-proved");
        if (clerk.locator("#acknowledged").count() > 0) {
            clerk.check("#acknowledged");
        }
        clerk.click("form[action$='/submission'] button");
        clerk.waitForSelector(".flash.success");
    }

    private static void look(Browser browser, Page page, String address, String name) {
        page.navigate(address);
        browser.picture(page, name);
    }
}
