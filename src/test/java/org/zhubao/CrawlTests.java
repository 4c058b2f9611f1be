package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
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
 * Every role follows every link it is shown. No page fails, complains on the console, asks another server for anything or
 * is wider than the screen. What is opened in the browser is home for each role and the other kinds of pages for the
 * first who sees them, in both languages; the others are asked for without drawing them.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=crawl")
class CrawlTests {

    private static final String PASSWORD = "a-patient-crawler-2025";
    private static final int PAGES = 60;
    private static final String LINKS =
            "[...%s.querySelectorAll('a[href^=\"/\"]:not([download])')].map(a => a.getAttribute('href'))";
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
        Set<String> drawn = new HashSet<>();
        Set<String> drawnInEnglish = new HashSet<>();
        try (Browser browser = Browser.at(port)) {
            for (Role role : Role.values()) {
                Membership membership = role == Role.DEPARTMENT_OFFICER
                        ? Membership.officerOf(Department.CIVIL_AFFAIRS, "510421")
                        : Membership.of(role, role == Role.TOWNSHIP_OFFICER ? "510421001" : "510421");
                Page page = signedIn(browser, "crawl-" + role.code(), membership);
                assertThat(crawl(page, drawn)).as("pages of %s", role).hasSizeGreaterThan(5);
                page.navigate("/");
                page.click("form[action$='/language'] button");
                assertThat(crawl(page, drawnInEnglish)).as("pages in English").hasSizeGreaterThan(5);
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

    private static Set<String> crawl(Page page, Set<String> drawn) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        while (!next.isEmpty() && seen.size() < PAGES) {
            String path = next.poll();
            if (!seen.add(kind(path))) {
                continue;
            }
            List<?> links = path.equals("/") || drawn.add(kind(path)) ? drawn(page, path) : asked(page, path);
            for (Object link : links) {
                String href = link.toString().replaceAll("#.*", "");
                if (!href.endsWith("/workbook")) {
                    next.add(href);
                }
            }
        }
        return seen;
    }

    private static List<?> drawn(Page page, String path) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", path)
                .isLessThanOrEqualTo(1366);
        return (List<?>) page.evaluate(LINKS.formatted("document"));
    }

    private static List<?> asked(Page page, String path) {
        APIResponse answer = page.request().get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return (List<?>) page.evaluate(
                "text => " + LINKS.formatted("new DOMParser().parseFromString(text, 'text/html')"), answer.text());
    }
}
