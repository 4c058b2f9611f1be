package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.zhubao.account.Accounts;
import org.zhubao.account.DemoSignIns;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.support.DatabaseTest;

/** The frame in a real browser, at the size of an office screen. Pictures go to {@code target/screens}. */
@DatabaseTest
@Import(FrameScreensTests.TwoDemoUsers.class)
class FrameScreensTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String PASSWORD = "demo password of all";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Page page;

    @BeforeEach
    void open() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) || "required".equals(System.getenv("ZHUBAO_BROWSER_TESTS")),
                "no browser at " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 768));
        page.onConsoleMessage(m -> complaints.add(m.type() + ": " + m.text()));
        page.onPageError(error -> complaints.add(error));
        page.onRequest(r -> {
            if (!r.url().startsWith(address("/"))) {
                complaints.add("asks " + r.url());
            }
        });
    }

    @AfterEach
    void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void anAdministratorInvitesAColleagueWhoChoosesAPasswordAndComesIn() {
        user("screens-admin", Membership.of(Role.ADMINISTRATOR, ""));
        user("screens-reviewer", Membership.of(Role.REVIEWER, "510421"));
        user("screens-clerk", Membership.of(Role.CLERK, "5104"));

        page.navigate(address("/"));
        looksGood("sign-in");
        page.click("[data-username=screens-admin]");
        page.click("nav >> text=管理");
        submit("main form[action='/administration/users'] button");
        looksGood("users-problems");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("problems");

        page.fill("#username", "screens-new");
        page.fill("#displayName", "测试丙");
        page.selectOption("#division", "510421");
        submit("main form[action='/administration/users'] button");
        looksGood("users-waiting");
        page.click("tr:has-text('screens-clerk') >> text=角色");
        looksGood("memberships");
        submit("text=退出");

        submit("[data-username=screens-reviewer]");
        page.click(".who summary");
        submit(".panel >> text=待确认的授权");
        looksGood("confirmations");
        submit("tr:has-text('screens-new') >> text=确认");
        looksGood("confirmations-link");
        String link = page.innerText("#link");
        submit("text=退出");

        page.navigate(link);
        page.fill("#password", "too short");
        submit("main button");
        looksGood("invitation");
        page.fill("#password", "a long enough sentence");
        page.fill("#repeated", "a long enough sentence");
        submit("main button");
        looksGood("invitation-done");
        page.fill("#username", "screens-new");
        page.fill("#password", "a long enough sentence");
        submit("main form[data-sign-in] button");
        assertThat(page.innerText(".who")).contains("米易县 · 2025 年度", "经办");

        assertThat(complaints).isEmpty();
    }

    @Test
    void theFrameFitsASmallScreenInBothLanguages() {
        user("screens-clerk", Membership.of(Role.CLERK, "5104"));
        page.navigate(address("/sign-in"));
        submit("[data-username=screens-clerk]");
        page.click(".who summary");
        looksGood("workplace");
        page.selectOption("#workplace-county", "510421");
        submit(".panel button");
        assertThat(page.innerText(".who")).contains("米易县");
        page.navigate(address("/account/tokens"));
        looksGood("tokens");
        page.navigate(address("/account/password"));
        looksGood("password");

        page.setViewportSize(1093, 614);
        looksGood("small");
        submit("button[name=to]");
        looksGood("small-english");
        assertThat(page.locator(".bar").boundingBox().height).isLessThan(60);

        assertThat(complaints).isEmpty();
    }

    private void submit(String button) {
        page.waitForNavigation(() -> page.click(button));
        page.waitForLoadState(LoadState.LOAD);
    }

    private void looksGood(String name) {
        page.waitForLoadState(LoadState.LOAD);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/frame-" + name + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no horizontal scrolling at %s", name)
                .isEqualTo(true);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private void user(String username, Membership membership) {
        if (accounts.list().stream().noneMatch(u -> u.username().equals(username))) {
            var id = accounts.create(new NewUser(username, "测试", List.of(membership)));
            invitations.accept(accounts.invite(id).token(), PASSWORD);
        }
    }

    @TestConfiguration
    static class TwoDemoUsers {

        @Bean
        DemoSignIns demoSignIns() {
            return new DemoSignIns() {
                @Override
                public List<DemoUser> users() {
                    return List.of(
                            new DemoUser(Role.ADMINISTRATOR, "screens-admin", "测试甲", "全部"),
                            new DemoUser(Role.REVIEWER, "screens-reviewer", "测试丁", "米易县"),
                            new DemoUser(Role.CLERK, "screens-clerk", "测试乙", "攀枝花市"));
                }

                @Override
                public String password() {
                    return PASSWORD;
                }
            };
        }
    }
}
