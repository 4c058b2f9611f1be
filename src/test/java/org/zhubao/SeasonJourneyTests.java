package org.zhubao;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Role;
import org.zhubao.division.Department;
import org.zhubao.division.Divisions;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.roster.RosterKind;
import org.zhubao.rules.Fund;
import org.zhubao.support.Browser;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.OnRecord;
import org.zhubao.support.PlayedSeason;
import org.zhubao.support.SeasonTable;
import org.zhubao.support.SeasonTable.Line;
import org.zhubao.support.SettableClock;
import org.zhubao.support.Windows;
import org.zhubao.support.Yuan;

/**
 * A short season of each notice in the browser, from the department's upload to the sheet that finance has paid: the tables
 * below {@code seasons} say what comes and what it comes to. One of them is always played, all others with
 * {@code ./mvnw -Pjourneys test}.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeasonJourneyTests {

    private static final String BY_TWO = " by two";
    private static final Path FILES = Path.of("target/screenshots");

    @LocalServerPort
    private int port;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Divisions divisions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private PolicyCatalog policies;

    @Autowired
    private SettableClock clock;

    @TempDir
    private Path folder;

    private Browser browser;
    private Instant usual;

    @BeforeAll
    void opens() {
        browser = Browser.at(port);
        usual = clock.instant();
    }

    @AfterAll
    void closes() {
        clock.set(usual);
        browser.close();
    }

    /** The one that is always played. */
    @Test
    void tongnansSeasonGoesFromTheUploadToTheSheetThatIsPaid() throws IOException {
        play("500152-2021");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5104-2021", "5104-2025", "533401-2021", "610922-2021"})
    @Tag("journeys")
    void soDoTheSeasonsOfTheOtherNotices(String name) throws IOException {
        play(name);
    }

    private void play(String name) throws IOException {
        String file = name + "-journey.md";
        Office office = new Office(county(name));
        for (Line step : SeasonTable.of(file, "day")) {
            office.opensOn(step.day());
            switch (step.cell("what")) {
                case "run" -> office.run();
                case "push" -> office.push();
                case "reconcile" -> office.reconcile();
                default -> office.upload(step);
            }
        }
        for (Line fund : SeasonTable.of(file, "fund")) {
            office.settle(fund);
        }
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    private CountySeason county(String name) {
        String[] parts = name.split("-");
        int year = Integer.parseInt(parts[1]);
        return parts[0].length() == 4
                ? counties.fresh(year)
                : counties.at(divisions.find(parts[0]).orElseThrow(), year);
    }

    /** Everybody who works on one county's season, each in a window of their own. */
    private final class Office {

        private final CountySeason season;
        private final PlayedSeason played;
        private final Windows windows;
        private LocalDate today = LocalDate.MIN;

        Office(CountySeason season) {
            this.season = season;
            this.played = new PlayedSeason(season, onRecord);
            this.windows = new Windows(browser, accounts, invitations, season);
        }

        /** On another day everybody signs in anew: no session lasts over night. */
        void opensOn(LocalDate day) {
            if (!day.equals(today)) {
                today = day;
                clock.set(day);
                windows.close();
            }
        }

        /** A list that cancels so many that it takes two to accept it says so: {@code full by two}. */
        void upload(Line step) throws IOException {
            String what = step.cell("what");
            RosterKind kind = RosterKind.ofCode(what.replace(BY_TWO, "")).orElseThrow();
            Page officer = windows.officer(PlayedSeason.office(step, kind));
            officer.navigate("/rosters/new?kind=" + kind.code());
            officer.setInputFiles(
                    "#file", Files.write(folder.resolve(kind.code() + ".xlsx"), played.workbook(step, kind)));
            officer.click("main form[enctype] button[type=submit]");
            officer.waitForURL("**/rosters/*-*");
            officer.click("form[action$='/submission'] button");
            officer.waitForSelector(".flash.success");
            String roster = officer.url();

            Page clerk = windows.as(Role.CLERK);
            clerk.navigate(roster);
            clerk.click("form[action$='/acceptance'] button");
            clerk.waitForSelector(".flash.success");
            if (what.endsWith(BY_TWO)) {
                assertThat(clerk.locator("main")).containsText("须由另一位经办或复核人员再确认一次");
                Page reviewer = windows.as(Role.REVIEWER);
                reviewer.navigate(roster);
                browser.picture(reviewer, "accept-as-second");
                reviewer.click("form[action$='/acceptance'] button");
                reviewer.waitForSelector(".flash.success");
            }
            clerk.navigate(roster);
            assertThat(clerk.locator("form[action$='/acceptance']")).hasCount(0);
        }

        void run() {
            Page clerk = windows.as(Role.CLERK);
            clerk.navigate("/determinations");
            clerk.click("form[action$='/determinations'] button");
            clerk.click("form[action$='/publication'] button");
            clerk.waitForSelector(".flash.success");
        }

        void push() {
            run();
            Page clerk = windows.as(Role.CLERK);
            clerk.navigate("/tax");
            clerk.click("form[action$='/tax/pushes'] button");
            clerk.waitForSelector(".flash.success");
        }

        void reconcile() {
            Page clerk = windows.as(Role.CLERK);
            clerk.navigate("/tax");
            clerk.click("form[action$='/tax/reconciliations'] button");
            clerk.waitForSelector(".flash.success");
            browser.picture(clerk, "reconciled-" + season.code());
        }

        /** Nobody confirms the sheet of a fund of its own. */
        private void confirm(String sheet, Department department) {
            Page officer = windows.officer(department);
            officer.navigate(sheet);
            officer.click("form[action$='/confirmation'] button");
            assertThat(officer.locator("h1 .tag")).hasText("部门已确认");
        }

        void settle(Line expected) throws IOException {
            Fund fund = policies.find(season.code(), season.year())
                    .orElseThrow()
                    .policy()
                    .fund(expected.cell("fund"))
                    .orElseThrow();
            Page clerk = windows.as(Role.CLERK);
            clerk.navigate("/settlement");
            clerk.click("form:has(input[name=fund][value='" + fund.code() + "']) button");
            clerk.waitForSelector(".flash.success");
            String sheet = clerk.url();

            assertThat(clerk.locator(".tiles")).containsText(expected.cell("charged"));
            assertThat(clerk.locator(".tiles")).containsText(expected.cell("capitals"));
            Department.ofCode(fund.department()).ifPresent(department -> confirm(sheet, department));

            Page reviewer = windows.as(Role.REVIEWER);
            reviewer.navigate(sheet);
            reviewer.click("form[action$='/approval'] button");
            assertThat(reviewer.locator("h1 .tag")).hasText("已复核");

            Page finance = windows.as(Role.FINANCE_OFFICER);
            finance.navigate(sheet);
            finance.fill("#paid-on", today.toString());
            finance.fill("#voucher", "2021-001");
            finance.click("form[action$='/payment'] button");
            assertThat(finance.locator("h1 .tag")).hasText("已支付");
            browser.picture(finance, "paid-" + season.year() + "-" + fund.code());
            String name = "paid-" + divisions.find(season.code()).orElseThrow().region() + "-" + season.year();
            assertWorkbook(saved(finance, "a[href$='/workbook']", name + ".xlsx"), expected);
            assertPaper(saved(finance, "a[href$='/paper']", name + ".pdf"), expected);
        }
    }

    private static Path saved(Page page, String link, String name) {
        Download download =
                page.waitForDownload(() -> page.locator(link).first().click());
        download.saveAs(FILES.resolve(name));
        return FILES.resolve(name);
    }

    /** The line of the total says what the notice comes to. */
    private static void assertWorkbook(Path file, Line expected) throws IOException {
        List<Long> totals = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheetAt(0)) {
                if (row.getCell(0) != null
                        && row.getCell(0).toString().replaceAll("\\s", "").equals("合计")) {
                    row.forEach(cell -> totals.add(
                            cell.getCellType() == CellType.NUMERIC ? Math.round(cell.getNumericCellValue() * 100) : 0));
                }
            }
        }
        Assertions.assertThat(totals).contains(Yuan.fen(expected.cell("charged")));
    }

    private static void assertPaper(Path file, Line expected) throws IOException {
        try (PDDocument paper = Loader.loadPDF(file.toFile())) {
            Assertions.assertThat(new PDFTextStripper().getText(paper)).contains(expected.all("on paper"));
        }
    }
}
