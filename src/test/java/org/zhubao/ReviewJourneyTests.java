package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
import org.zhubao.division.Divisions;
import org.zhubao.review.FindingItems;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.Browser;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SampleSeason;
import org.zhubao.support.StoredReview;

/** The clerk decides about what the run left, a second person agrees, and a township goes and looks. In a real browser. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=reviewjourney")
class ReviewJourneyTests {

    private static final String PASSWORD = "a-careful-review-2025";
    private static final String COUNTY = "510421";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Divisions divisions;

    @Autowired
    private FindingItems finding;

    private CountySeason season;
    private Listed twice;

    @Test
    void aConflictIsDecidedByTwoAndATownshipGoesAndLooks() throws IOException {
        user("review-clerk", Membership.of(Role.CLERK, COUNTY));
        user("review-reviewer", Membership.of(Role.REVIEWER, COUNTY));
        user("review-township", Membership.of(Role.TOWNSHIP_OFFICER, COUNTY + "001"));
        play();
        try (Browser browser = Browser.at(port)) {
            Page clerk = browser.signedIn("review-clerk", PASSWORD);
            browser.picture(clerk, "home-clerk");
            StoredReview stored = new StoredReview(season);
            propose(browser, clerk);
            assertThat(stored.overrides())
                    .containsExactly("destitute-support review-clerk - - 已批准为特困人员 审批表第 12 号 2025-12-31");
            Page reviewer = browser.signedIn("review-reviewer", PASSWORD);
            approve(browser, reviewer);
            assertThat(stored.overrides())
                    .containsExactly(
                            "destitute-support review-clerk review-reviewer true 已批准为特困人员 审批表第 12 号 2025-12-31");
            assertThat(stored.papers()).as("encrypted").containsExactly("审批表.pdf 15 f");
            run();
            assertThat(stored.paidByDecision()).containsExactly("张三峰 40000");
            search(browser, clerk);
            card(browser, clerk);
            correction(browser, clerk);
            assertThat(stored.corrections()).as("nothing of what was refused").isEmpty();
            List<String> claimed = stored.claims();
            visits(browser, clerk, browser.signedIn("review-township", PASSWORD));
            assertThat(stored.findings()).containsExactly("1 MOVED 全家迁往成都 review-township", "2 DIED  review-township");
            assertThat(stored.claims())
                    .as("what a township finds changes no list")
                    .isEqualTo(claimed);
            undo(browser, reviewer);
            run();
            assertThat(stored.paidByDecision()).as("by the policy again").isEmpty();
            assertThat(stored.trail())
                    .containsExactly(
                            "review-clerk override-proposed",
                            "review-reviewer override-approved",
                            "review-clerk visits-asked",
                            "review-township visits-entered",
                            "review-township visits-entered",
                            "review-clerk visits-recalled");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void user(String username, Membership membership) {
        var id = accounts.create(new NewUser(username, username, List.of(membership)));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
    }

    /** The sample season, and one number under two names. */
    private void play() {
        season = counties.at(divisions.find(COUNTY).orElseThrow(), 2025);
        for (SampleSeason.File file : SampleSeason.of("panzhihua2025").files()) {
            var roster = season.upload(file.department(), RosterKind.FULL, file.path());
            season.submit(roster);
            season.accept(roster);
        }
        twice = season.person().in("攀莲镇");
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, twice.called("张三丰"));
        season.accepted(
                Department.POVERTY_ALLEVIATION,
                RosterKind.ADDITIONS,
                twice.called("张三峰").as("监测对象"));
        run();
    }

    private void run() {
        season.run();
        season.clerkDoes(() -> finding.find(season.place()));
    }

    private static void propose(Browser browser, Page clerk) {
        clerk.navigate("/review");
        browser.picture(clerk, "review");
        clerk.locator("tr", new Page.LocatorOptions().setHasText("同一身份证号两个姓名"))
                .locator("a")
                .first()
                .click();
        assertThat(clerk.locator("table").first().innerText()).contains("张三丰 / 张三峰");
        assertThat((Boolean) clerk.evaluate("() => document.querySelector('.submit-bar button').getBoundingClientRect()"
                        + ".bottom <= window.innerHeight"))
                .as("however many choices there are, the button is in sight")
                .isTrue();
        browser.picture(clerk, "review-people");
        clerk.check("input[value='overridden:destitute-support']");
        clerk.fill("#reason", "已批准为特困人员");
        clerk.fill("#validTo", "2025-12-31");
        clerk.click("main form[action$='/decisions'] button");
        clerk.waitForSelector(".flash.failure");
        clerk.waitForLoadState();
        assertThat(clerk.inputValue("#reason"))
                .as("what was typed is still there")
                .isEqualTo("已批准为特困人员");
        assertThat(clerk.inputValue("#validTo")).isEqualTo("2025-12-31");
        assertThat(clerk.isChecked("input[value='overridden:destitute-support']"))
                .isTrue();
        browser.picture(clerk, "review-refused");
        clerk.fill("#document", "审批表第 12 号");
        clerk.setInputFiles(
                "#file",
                new FilePayload("审批表.pdf", "application/pdf", "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII)));
        clerk.click("main form[action$='/decisions'] button");
        clerk.waitForSelector(".flash.success");
        clerk.navigate("/review/proposals");
        assertThat(clerk.locator("form[action$='/approval']").count())
                .as("nobody approves their own")
                .isZero();
    }

    private static void approve(Browser browser, Page reviewer) {
        browser.picture(reviewer, "home-reviewer");
        reviewer.click(".task a[href$='/review/proposals']");
        assertThat(reviewer.locator("main").innerText()).contains("审批表第 12 号").contains("审批表.pdf");
        browser.picture(reviewer, "review-proposals");
        reviewer.click("form[action$='/approval'] button");
        reviewer.waitForSelector(".flash.success");
    }

    /** By pinyin initials, part of the name, the last four characters and the whole number; never more than one's own. */
    private void search(Browser browser, Page clerk) {
        String number = twice.number();
        for (String typed : List.of("zsf", "三峰", number.substring(14), number)) {
            clerk.navigate("/people");
            clerk.fill("main input[name=q]", typed);
            clerk.press("main input[name=q]", "Enter");
            clerk.waitForURL(address -> !address.endsWith("/people"));
            assertThat(clerk.locator("main").innerText()).as(typed).contains("张三峰");
            assertThat(clerk.url()).as("no number in an address").doesNotContain(number);
        }
        browser.picture(clerk, "person-found");
    }

    private static void card(Browser browser, Page clerk) {
        clerk.navigate("/review/decisions");
        assertThat(clerk.locator("main").innerText())
                .contains("审批表第 12 号")
                .contains("审批表.pdf")
                .contains("由另一人撤销");
        assertThat(clerk.locator("form[action$='/undoing']").count())
                .as("nobody undoes alone what two have agreed on")
                .isZero();
        browser.picture(clerk, "review-decisions");
        clerk.navigate("/people?q=张三");
        clerk.locator("tbody a").first().click();
        clerk.click("main .actions a[href*='/determinations/']");
        assertThat(clerk.locator(".steps").innerText()).contains("人工核定").contains("review-reviewer");
        browser.picture(clerk, "card-overridden");
    }

    /** Whoever did not propose it may take back what two agreed on; the case is open again. */
    private static void undo(Browser browser, Page reviewer) {
        reviewer.navigate("/review/decisions");
        reviewer.click("summary:has-text('撤销')");
        reviewer.fill("form[action$='/undoing'] input[name=reason]", "审批表是另一人的");
        browser.picture(reviewer, "review-undo");
        reviewer.click("form[action$='/undoing'] button");
        reviewer.waitForSelector(".flash.success");
        assertThat(reviewer.locator("main").innerText()).contains("已撤销").contains("撤销理由：审批表是另一人的");
        reviewer.navigate("/review");
        assertThat(reviewer.locator("main").innerText()).contains("同一身份证号两个姓名");
        browser.picture(reviewer, "review-open-again");
    }

    /** A refused correction leaves open what was typed, and nothing of it once it has been put back. */
    private static void correction(Browser browser, Page clerk) {
        clerk.navigate("/people?q=张三");
        clerk.locator("tbody a").first().click();
        clerk.click("details summary:has-text('更正')");
        clerk.fill("#right-number", "510421198001010000");
        clerk.locator("form[action$='/corrections/number'] input[name=reason]").fill("户口簿");
        clerk.click("form[action$='/corrections/number'] button");
        clerk.waitForSelector(".flash.failure");
        clerk.waitForLoadState();
        assertThat(clerk.inputValue("#right-number")).isEqualTo("510421198001010000");
        assertThat(clerk.locator("form[action$='/corrections/number'] input[name=reason]")
                        .inputValue())
                .isEqualTo("户口簿");
        assertThat(clerk.evaluate("sessionStorage.getItem('typed')")).isNull();
        browser.picture(clerk, "correction-refused");
        clerk.reload();
        assertThat(clerk.inputValue("#right-number")).isEmpty();
    }

    private static void visits(Browser browser, Page clerk, Page township) throws IOException {
        clerk.navigate("/visits");
        clerk.selectOption("select[name=township]", COUNTY + "001");
        clerk.click("main form[action$='/visits'] button");
        clerk.waitForSelector(".flash.success");
        browser.picture(clerk, "visits");

        township.navigate("/");
        browser.picture(township, "home-township");
        township.click(".task a[href$='/visits']");
        township.locator("tbody a").first().click();
        township.selectOption("select[name='rows[0].finding']", "moved");
        township.fill("input[name='rows[0].remark']", "全家迁往成都");
        township.click("main form[action$='/findings'] button");
        township.waitForSelector(".flash.success");
        browser.picture(township, "visits-list");
        township.setInputFiles("input[name=file]", filledIn(township));
        township.click("main form[action$='/workbook'] button");
        township.waitForSelector(".flash.success");
        assertThat(township.locator("main").innerText()).doesNotContain("400.00");

        clerk.locator("tbody a").first().click();
        clerk.click("form[action$='/recall'] button");
        clerk.waitForSelector(".flash.success");
        clerk.navigate("/review?kind=found-otherwise");
        assertThat(clerk.locator("tbody tr").count()).isEqualTo(2);
        browser.picture(clerk, "review-found-otherwise");
    }

    /** The downloaded list with its second person dead. */
    private static Path filledIn(Page township) throws IOException {
        Download download = township.waitForDownload(
                () -> township.locator("a[href$='/workbook']").first().click());
        Path file = Path.of("target/screenshots/visits.xlsx");
        try (InputStream in = Files.newInputStream(download.path());
                XSSFWorkbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(file)) {
            Row row = book.getSheetAt(0).getRow(3);
            row.getCell(5).setCellValue("2024-12-01");
            row.getCell(6).setCellValue("已死亡");
            book.write(out);
        }
        return file;
    }
}
