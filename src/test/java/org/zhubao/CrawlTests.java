package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.account.SystemWork;
import org.zhubao.division.Department;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterUpload;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.support.Browser;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SampleSeason;

/**
 * Every role follows every link it is shown, in both languages. No page fails, complains on the console, asks another
 * server for anything or is wider than the screen.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=crawl")
class CrawlTests {

    private static final String PASSWORD = "a-patient-crawler-2025";
    private static final int PAGES = 60;
    private static final Pattern PART_OF_ONE =
            Pattern.compile("(?<=/)([0-9a-f-]{36}|[0-9]+|[a-z-]+-20[0-9]{2})(?=/|$)");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private SubmittingRosters submitting;

    @Autowired
    private Divisions divisions;

    @Test
    void everyLinkOfEveryRoleLeadsToASoundPage() {
        SystemWork.DEMONSTRATION.within(new Scope("510421"), this::rostersOnTheirWay);
        try (Browser browser = Browser.at(port)) {
            for (Role role : Role.values()) {
                Membership membership = role == Role.DEPARTMENT_OFFICER
                        ? Membership.officerOf(Department.CIVIL_AFFAIRS, "510421")
                        : Membership.of(role, role == Role.TOWNSHIP_OFFICER ? "510421001" : "510421");
                Page page = signedIn(browser, "crawl-" + role.code(), membership);
                assertThat(crawl(page)).as("pages of %s", role).isNotEmpty();
                if (role == Role.CLERK) { // who sees most of the pages that others see
                    page.navigate("/");
                    page.click("form[action$='/language'] button");
                    assertThat(crawl(page)).as("pages in English").isNotEmpty();
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void rostersOnTheirWay() {
        SampleSeason season = SampleSeason.of("panzhihua2025");
        for (SampleSeason.File file : season.files()) {
            var id = submitting.upload(new RosterUpload(
                    divisions.find(season.county()).orElseThrow(),
                    season.benefitYear(),
                    file.department(),
                    RosterKind.FULL,
                    file.path(),
                    file.path().getFileName().toString(),
                    "crawl"));
            submitting.submit(id, "crawl");
        }
    }

    private Page signedIn(Browser browser, String username, Membership membership) {
        var id = accounts.create(new NewUser(username, username, List.of(membership)));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
        return browser.signedIn(username, PASSWORD);
    }

    /** One page of each kind: whichever roster, person or policy comes first. */
    private static String kind(String path) {
        return PART_OF_ONE.matcher(path.replaceAll("\\?.*", "")).replaceAll("{}");
    }

    private static Set<String> crawl(Page page) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        while (!next.isEmpty() && seen.size() < PAGES) {
            String path = next.poll();
            if (!seen.add(kind(path))) {
                continue;
            }
            Response response = page.navigate(path);
            assertThat(response.status()).as(path).isEqualTo(200);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", path)
                    .isLessThanOrEqualTo(1366);
            for (Object link : (List<?>)
                    page.evaluate(
                            "[...document.querySelectorAll('a[href^=\"/\"]:not([download])')].map(a => a.getAttribute('href'))")) {
                String href = link.toString().replaceAll("#.*", "");
                if (!href.endsWith("/workbook")) {
                    next.add(href);
                }
            }
        }
        return seen;
    }
}
