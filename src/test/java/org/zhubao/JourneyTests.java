package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
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
import org.zhubao.support.Browser;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SampleSeason;
import tools.jackson.databind.JsonNode;

/** From the department's upload to the workbook on the finance officer's desk, in a real browser. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=journey")
class JourneyTests {

    private static final String PASSWORD = "a-long-journey-2025";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Test
    void aRosterBecomesASettlementSheet() throws IOException {
        user("journey-disabled", Membership.officerOf(Department.DISABLED_FEDERATION, "510421"));
        user("journey-civil-affairs", Membership.officerOf(Department.CIVIL_AFFAIRS, "510421"));
        user("journey-poverty", Membership.officerOf(Department.POVERTY_ALLEVIATION, "510421"));
        user("journey-clerk", Membership.of(Role.CLERK, "510421"));
        user("journey-finance", Membership.of(Role.FINANCE_OFFICER, "510421"));
        SampleSeason season = SampleSeason.of("panzhihua2025");
        try (Browser browser = Browser.at(port)) {
            browser.picture(visit(browser.visitor(), "/sign-in"), "sign-in");
            for (SampleSeason.File file : season.files()) {
                Page officer = browser.signedIn("journey-" + file.department().code(), PASSWORD);
                upload(browser, officer, file);
            }
            Page clerk = browser.signedIn("journey-clerk", PASSWORD);
            acceptAll(browser, clerk);
            run(browser, clerk);
            decisionCard(browser, clerk);
            freeze(browser, clerk);
            browser.picture(visit(clerk, "/"), "home");
            browser.picture(visit(clerk, "/policies"), "policies");
            browser.picture(visit(clerk, "/policies/panzhihua-hardship-2021"), "policy");

            Page finance = browser.signedIn("journey-finance", PASSWORD);
            compare(download(finance), season);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void user(String username, Membership membership) {
        var id = accounts.create(new NewUser(username, username, List.of(membership)));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
    }

    private static Page visit(Page page, String path) {
        page.navigate(path);
        return page;
    }

    private static void upload(Browser browser, Page page, SampleSeason.File file) {
        page.navigate("/rosters/new");
        browser.picture(page, "roster-new");
        page.setInputFiles("#file", file.path());
        page.click("main form button[type=submit]");
        page.waitForURL("**/rosters/*-*");
        page.waitForSelector("form[action$='/submission'] button");
        browser.picture(page, file.department() == Department.CIVIL_AFFAIRS ? "roster" : "roster-other");
        assertThat(page.locator(".task").count())
                .isGreaterThanOrEqualTo(file.findings().isEmpty() ? 0 : 1);
        page.click("form[action$='/submission'] button");
        page.waitForSelector(".flash.success");
    }

    private static void acceptAll(Browser browser, Page clerk) {
        clerk.navigate("/rosters");
        browser.picture(clerk, "rosters");
        List<String> rosters = clerk.locator("tbody td:nth-child(3) a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(rosters).hasSize(3);
        for (String roster : rosters) {
            clerk.navigate(roster);
            browser.picture(clerk, "roster-preview");
            clerk.click("form[action$='/acceptance'] button");
            clerk.waitForSelector(".flash.success");
        }
    }

    private static void run(Browser browser, Page clerk) {
        clerk.navigate("/determinations");
        clerk.click("form[action$='/determinations'] button");
        clerk.waitForSelector("table td a[href*='/people/']");
        browser.picture(clerk, "determination");
        String result = clerk.url();
        clerk.click("form[action$='/publication'] button");
        clerk.waitForSelector(".flash.success");
        clerk.navigate(result);
    }

    private static void decisionCard(Browser browser, Page clerk) {
        clerk.navigate(clerk.url() + "?identity=subsistence-allowance&outcome=GRANTED");
        Locator both = clerk.locator("tr", new Page.LocatorOptions().setHasText("低保-残疾人"));
        both.first().locator("a").first().click();
        assertThat(clerk.locator(".steps").innerText()).contains("低保").contains("残疾");
        assertThat(clerk.locator(".split").innerText()).contains("300.00").contains("100.00");
        assertThat(clerk.locator(".steps").innerText()).contains("医疗救助资金");
        browser.picture(clerk, "decision-card");
        clerk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看此人"))
                .click();
        browser.picture(clerk, "person");
        visit(clerk, "/people?q=王");
        browser.picture(clerk, "people");
    }

    private static void freeze(Browser browser, Page clerk) {
        clerk.navigate("/settlement");
        browser.picture(clerk, "settlement-drafts");
        clerk.locator("tr", new Page.LocatorOptions().setHasText("残联"))
                .locator("button")
                .click();
        clerk.waitForSelector(".flash.success");
        browser.picture(clerk, "settlement");
    }

    private static Path download(Page finance) {
        finance.navigate("/settlement");
        Download download = finance.waitForDownload(
                () -> finance.locator("a[href$='/workbook']").first().click());
        download.saveAs(Path.of("target/screenshots/settlement.xlsx"));
        return download.path();
    }

    /** Every person for whom the federation pays stands on the sheet once, with the amounts of the notice. */
    private static void compare(Path workbook, SampleSeason season) throws IOException {
        Map<String, JsonNode> expected = new HashMap<>();
        season.determinations().properties().forEach(person -> {
            if (person.getValue().path("shares").has("残联")) {
                expected.put(person.getKey(), person.getValue());
            }
        });
        long total = 0;
        try (InputStream in = Files.newInputStream(workbook);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("攀枝花市资助残疾人参加城乡居民基本医疗保险费用结算明细表");
            int first = firstLine(sheet);
            while (!expected.isEmpty()) {
                Row row = sheet.getRow(first++);
                JsonNode person = expected.remove(row.getCell(2).getStringCellValue());
                assertThat(person).as("row %s", row.getRowNum() + 1).isNotNull();
                assertThat(row.getCell(1).getStringCellValue().replaceAll("[\\s·]", ""))
                        .isEqualTo(person.get("name").asString().replaceAll("[\\s·]", ""));
                assertThat(row.getCell(3).getStringCellValue()).isIn("视力", "听力", "言语", "肢体", "智力", "精神", "多重");
                assertThat(row.getCell(4).getStringCellValue()).isIn("一级", "二级", "三级", "四级");
                assertAmount(row, 6, 40_000);
                assertAmount(row, 7, person.get("shares").path("医疗救助").asLong(0));
                assertAmount(row, 8, person.get("shares").path("残联").asLong());
                total += person.get("shares").path("残联").asLong();
            }
            Row sum = sheet.getRow(first);
            assertThat(sum.getCell(0).getStringCellValue().replace(" ", "")).isEqualTo("合计");
            assertAmount(sum, 8, total);
        }
    }

    private static void assertAmount(Row row, int cell, long fen) {
        assertThat(row.getCell(cell).getNumericCellValue() * 100).isCloseTo(fen, within(0.001));
    }

    private static int firstLine(Sheet sheet) {
        for (Row row : sheet) {
            if (row.getCell(0) != null
                    && row.getCell(0).getCellType() == CellType.NUMERIC
                    && row.getCell(0).getNumericCellValue() == 1) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("no line 1 on the sheet");
    }
}
