package org.zhubao.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.support.DatabaseTest;

/** Through a real server, because errors are answered by the server and not by a controller. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPageTests {

    private static final Pattern REFERENCE = Pattern.compile("编号 ([2-9A-Z]{8})");

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Test
    void anAddressThatDoesNotExistSaysWhatToDoAndHasAReferenceThatIsInTheLog(CapturedOutput log) throws Exception {
        HttpResponse<String> answer = get("/css/no-such.css");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这个页面", "请从首页重新进入").doesNotContain("Exception", "\tat ");
        Matcher reference = REFERENCE.matcher(answer.body());
        assertThat(reference.find()).isTrue();
        assertThat(log).contains("Error " + reference.group(1) + ": 404 at /css/no-such.css");
    }

    @Test
    void aLanguageOfTheBrowserDoesNotChangeTheScreens() throws Exception {
        assertThat(get("/sign-in").body()).contains("lang=\"zh-CN\"", "用户名");
    }

    @Test
    void assetsComeFromTheServerItselfUnderTheirVersionedNames() throws Exception {
        String page = get("/sign-in").body();

        Matcher address =
                Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg))\"").matcher(page);
        int found = 0;
        while (address.find()) {
            found++;
            assertThat(get(address.group(1)).statusCode()).as(address.group(1)).isEqualTo(200);
        }
        assertThat(found).isEqualTo(6);
        assertThat(page)
                .containsPattern("/webjars/bootstrap/[0-9.]+/dist/")
                .containsPattern("/css/zhubao-[0-9a-f]{32}\\.css");
    }

    @Test
    void aFileThatIsTooLargeIsAnsweredInWords() throws Exception {
        invitations.accept(
                accounts.invite(accounts.create(
                                new NewUser("errors-1", "Test", List.of(Membership.of(Role.CLERK, "510421")))))
                        .token(),
                "a long enough sentence");
        String form = "username=errors-1&password=a+long+enough+sentence&_csrf=" + token(get("/sign-in"));
        post("/sign-in", "application/x-www-form-urlencoded", form);

        String start = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token(get("/rosters"))
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n";
        HttpResponse<String> answer =
                post("/rosters", "multipart/form-data; boundary=x", start + "0".repeat(52 << 20) + "\r\n--x--\r\n");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大，没有接收", "一次最多上传 50 MB");
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(HttpHeaders.ACCEPT, "text/html")
                .header(HttpHeaders.CONTENT_TYPE, type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(HttpHeaders.ACCEPT, "text/html")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
