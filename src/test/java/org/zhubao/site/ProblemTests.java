package org.zhubao.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhubao.account.Role;
import org.zhubao.account.Tokens;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Program;
import org.zhubao.support.Program.Answer;
import tools.jackson.databind.JsonNode;

/** What programs are told when something goes wrong. */
@DatabaseTest
class ProblemTests {

    private static final String RUNS = "/api/v1/determination-runs";

    @Autowired
    private Tokens tokens;

    @LocalServerPort
    private int port;

    private Program program;

    @BeforeEach
    void aClerksProgram() {
        program = new Program(port, tokens.of(Role.CLERK, "510421"));
    }

    @Test
    void problemsAreChineseUnlessEnglishIsAskedFor() {
        String nowhere = RUNS + "/00000000-0000-0000-0000-000000000000";

        assertThat(program.get(nowhere).json().get("detail").asString()).startsWith("没有这个页面");
        assertThat(program.with("Accept-Language", "fr")
                        .get(nowhere)
                        .json()
                        .get("title")
                        .asString())
                .isEqualTo("没有找到");
        assertThat(program.with("Accept-Language", "en-GB,zh;q=0.5")
                        .get(nowhere)
                        .json()
                        .get("title")
                        .asString())
                .isEqualTo("Not found");
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        Program english = program.with("Accept-Language", "en");

        isProblem(english.get("/api/v1/determinations?benefitYear=2025"), 400, "parameter-missing", "division");
        isProblem(
                english.get("/api/v1/determinations?division=510421&benefitYear=soon"),
                400,
                "parameter-wrong",
                "benefitYear");
        isProblem(english.get(RUNS + "/not-an-id"), 400, "parameter-wrong", "id");
        isProblem(english.post(RUNS, "{\"division\": "), 400, "body-unreadable", "JSON");
        isProblem(english.post(RUNS, "{}"), 400, "parameter-wrong", "benefitYear");
        isProblem(
                english.post(RUNS, "{\"division\": \"510421\", \"benefitYear\": 99999999999}"),
                400,
                "number-out-of-range",
                "benefitYear is out of range: it must be from -2147483648 to 2147483647");
    }

    @Test
    void methodsFormatsAndAddressesThatAreNotThereAreProblemsToo() {
        isProblem(program.get(RUNS), 405, "method-not-allowed", "");
        isProblem(
                program.with("Accept", "image/png").get("/api/v1/determinations?division=510421&benefitYear=2025"),
                406,
                "not-acceptable",
                "");
        isProblem(program.upload(RUNS, Map.of(), "a", new byte[0]), 415, "media-type-unsupported", "application/json");
        isProblem(program.get("/api/v1/no-such-call"), 403, "not-allowed", "");
        isProblem(program.get("/api//v1/determinations"), 400, "bad-request", "");
        isProblem(program.get("//api/v1/determinations"), 400, "bad-request", "");
    }

    @Test
    void aFileThatIsNoRosterSaysWhyAndWhatToDo() {
        Answer taken = program.upload(
                "/api/v1/rosters",
                Map.of("division", "510421", "benefitYear", "2025", "department", "disabled"),
                "a.xlsx",
                "no spreadsheet".getBytes());
        assertThat(taken.status()).isEqualTo(202);

        JsonNode refusal = await().atMost(Duration.ofMinutes(1))
                .until(() -> program.get(taken.header("Location")).json().get("refusal"), found -> !found.isNull());

        assertThat(refusal.get("code").asString()).isEqualTo("not-a-spreadsheet");
        assertThat(refusal.toString()).contains("不是表格");
    }

    @Test
    void aFileThatIsTooLargeIsAProblemWithAndWithoutAKey() {
        byte[] large = new byte[52 << 20];

        isProblem(program.upload("/api/v1/rosters", Map.of(), "a.xlsx", large), 413, "too-large", "50 MB");
        isProblem(
                program.with("Idempotency-Key", "large").upload("/api/v1/rosters", Map.of(), "a.xlsx", large),
                413,
                "too-large",
                "50 MB");
    }

    private static void isProblem(Answer answer, int status, String code, String named) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:zhubao:problem:" + code);
        assertThat(answer.json().get("title").asString()).isNotBlank();
        assertThat(answer.json().get("detail").asString()).contains(named);
    }
}
