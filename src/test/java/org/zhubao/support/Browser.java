package org.zhubao.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The installed Chromium without a window, 1366×768 as in the offices. It notes every console error, every request to
 * another host and every violation of the content security policy. Where no Chromium is installed the test is skipped,
 * unless ZHUBAO_BROWSER_TESTS=required.
 */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Optional<Path> CHROMIUM = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path executable, String address) {
        this.address = address;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update")));
    }

    public static Browser at(int port) {
        boolean required = "required".equals(System.getenv("ZHUBAO_BROWSER_TESTS"));
        Assumptions.assumeTrue(required || CHROMIUM.isPresent(), "no Chromium is installed");
        return new Browser(
                CHROMIUM.orElseThrow(() -> new IllegalStateException("browser tests are required; install Chromium")),
                "http://localhost:" + port);
    }

    /** A visitor with a session of their own. */
    public Page visitor() {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale("zh-CN")
                .setBaseURL(address));
        // A proof takes seconds, and more beside other tests
        context.setDefaultTimeout(PATIENCE.toMillis());
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                complaints.add("foreign request " + request.url());
            }
        });
        page.onDialog(dialog -> dialog.accept());
        return page;
    }

    public Page signedIn(String username, String password) {
        Page page = visitor();
        page.navigate("/sign-in");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", password);
        page.click("main form[action$='/sign-in'] button[type=submit]");
        page.waitForURL(address + "/");
        return page;
    }

    /** Keeps a picture of the page below target/screenshots. */
    public void picture(Page page, String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Console errors, foreign requests and violations so far. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
