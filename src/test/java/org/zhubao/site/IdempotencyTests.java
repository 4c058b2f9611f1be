package org.zhubao.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.Tokens;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Program;
import org.zhubao.support.Program.Answer;
import org.zhubao.support.SettableClock;

/** A program that sends a request again gets the first answer, and has its effect once. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
class IdempotencyTests {

    private static final Path LISTS = Path.of("src/test/resources/samples/panzhihua2025");
    private static final String RUNS = "/api/v1/determination-runs";
    private static final String RUN_OF_510411 = "{\"division\": \"510411\", \"benefitYear\": 2025}";
    private static final Instant TODAY = Instant.parse("2024-12-20T02:00:00Z");

    @Autowired
    private Tokens tokens;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient application;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    private Program program;

    @BeforeEach
    void aProgramWithAFreshKey() {
        program = new Program(port, tokens.of(Role.CLERK, "5104"))
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    @AfterEach
    void backToToday() {
        clock.set(TODAY);
    }

    @Test
    void aHundredParallelIdenticalSubmissionsHaveOneEffect() throws Exception {
        byte[] file = Files.readAllBytes(LISTS.resolve("disabled.xls"));
        int before = count("roster_batch");

        List<Answer> answers = atOnce(100, () -> upload(file));

        assertThat(count("roster_batch")).isEqualTo(before + 1);
        assertThat(answers).extracting(Answer::status).containsOnly(202, 409).contains(202);
        assertThat(answers.stream().filter(a -> a.status() == 202))
                .extracting(Answer::text)
                .containsOnly(upload(file).text());
        assertThat(answers.stream().filter(a -> a.status() == 409))
                .extracting(a -> a.json().get("code").asString())
                .allMatch("idempotency-key-in-flight"::equals);
    }

    @Test
    void theAnswerIsRepeatedToTheLetterEvenARefusal() {
        Answer first = program.post(RUNS, "{\"division\": \"510411\", \"benefitYear\": 1999}");
        Answer second = program.post(RUNS, "{\"division\": \"510411\", \"benefitYear\": 1999}");

        assertThat(first.status()).isEqualTo(409);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() throws IOException {
        program.post(RUNS, "{\"division\": \"510411\", \"benefitYear\": 1999}");
        Answer other = program.post(RUNS, "{\"division\": \"510411\", \"benefitYear\": 1998}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asString()).isEqualTo("idempotency-key-reused");

        Program sender = program.with("Idempotency-Key", "files-" + UUID.randomUUID());
        Map<String, String> fields = Map.of("division", "510421", "benefitYear", "1999", "department", "disabled");
        sender.upload("/api/v1/rosters", fields, "a.xls", new byte[] {1});
        assertThat(sender.upload("/api/v1/rosters", fields, "a.xls", new byte[] {2})
                        .status())
                .isEqualTo(422);
    }

    @Test
    void afterADayTheKeyIsForgotten() {
        Program clerk = program;
        Answer first = clerk.post(RUNS, RUN_OF_510411);
        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(clerk.post(RUNS, RUN_OF_510411).header("Location")).isEqualTo(first.header("Location"));

        clock.set(TODAY.plus(Duration.ofHours(23)).plus(Duration.ofMinutes(59)));
        assertThat(clerk.post(RUNS, RUN_OF_510411).header("Location")).isEqualTo(first.header("Location"));
        database.sql()
                .sql("update api_token set expires_at = expires_at + interval '1 day'")
                .update();
        clock.set(TODAY.plus(Duration.ofHours(24)).plus(Duration.ofMinutes(1)));
        assertThat(clerk.post(RUNS, RUN_OF_510411).header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void aHundredParallelUploadsWithoutAKeyAreOneRosterToo() throws Exception {
        byte[] file = Files.readAllBytes(LISTS.resolve("civil-affairs.xlsx"));
        Program withoutKey = new Program(port, tokens.of(Role.CLERK, "5104"));
        int before = count("roster_batch");

        List<Answer> answers = atOnce(
                100,
                () -> withoutKey.upload(
                        "/api/v1/rosters",
                        Map.of("division", "510421", "benefitYear", "2025", "department", "civil-affairs"),
                        "civil-affairs.xlsx",
                        file));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers.stream().map(a -> a.header("Location")).distinct()).hasSize(1);
        assertThat(count("roster_batch")).isEqualTo(before + 1);
        String roster = answers.get(0).json().get("id").asString();
        assertThatThrownBy(() -> database.sql()
                        .sql("insert into roster_batch (id, county, benefit_year, department, kind, status, file_id,"
                                + " uploaded_by, uploaded_at, content_sha256) select gen_random_uuid(), county,"
                                + " benefit_year, department, kind, status, file_id, uploaded_by, uploaded_at,"
                                + " content_sha256 from roster_batch where id = ?::uuid")
                        .param(roster)
                        .update())
                .as("the database says the same")
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aHundredParallelStartsOfARunAreOneRun() throws Exception {
        List<Answer> withKey =
                atOnce(100, () -> program.post(RUNS, "{\"division\": \"510403\", \"benefitYear\": 2025}"));

        assertThat(withKey).extracting(Answer::status).isSubsetOf(202, 409).contains(202);
        assertThat(runsOf("510403")).isEqualTo(1);
    }

    @Test
    void ofRunsStartedAtOnceWithoutAKeyOneRunsAndTheOthersAreToldSo() throws Exception {
        Program withoutKey = new Program(port, tokens.of(Role.CLERK, "5104"));
        List<Answer> answers =
                atOnce(20, () -> withoutKey.post(RUNS, "{\"division\": \"510402\", \"benefitYear\": 2025}"));

        long started = answers.stream().filter(a -> a.status() == 202).count();
        assertThat(started).isEqualTo(runsOf("510402")).isPositive();
        assertThat(answers.stream().filter(a -> a.status() != 202))
                .extracting(a -> a.json().get("code").asString())
                .allMatch("determination.under-way"::equals);
    }

    @Test
    void aRequestThatWasCutOffIsFreeAgainAfterAWhile() {
        String body = "{\"division\": \"510411\", \"benefitYear\": 1997}";
        Answer first = program.post(RUNS, body);
        database.sql()
                .sql("update repeated_request set status = null, answer_cipher = null where idempotency_key = ?")
                .param(program.headers().get("Idempotency-Key"))
                .update();

        assertThat(program.post(RUNS, body).json().get("code").asString()).isEqualTo("idempotency-key-in-flight");
        clock.set(TODAY.plus(Duration.ofMinutes(10)).plusSeconds(1));
        assertThat(program.post(RUNS, body.replace("1997", "1996")).status())
                .as("another request under the same key")
                .isEqualTo(422);
        assertThat(program.post(RUNS, body).text()).isEqualTo(first.text());
    }

    @Test
    void anAnswerIsKeptEncryptedAndForItsUserOnly() {
        program.post(RUNS, "{\"division\": \"510411\", \"benefitYear\": 1995}");
        String key = program.headers().get("Idempotency-Key");

        assertThat(database.sql()
                        .sql("select encode(answer_cipher, 'escape') from repeated_request where idempotency_key = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .doesNotContain("1995", "determination");
        int seenBySomebodyElse = SignedIn.doing(
                Role.CLERK, "5104", () -> new TransactionTemplate(transactions).execute(status -> application
                        .sql("select count(*) from repeated_request")
                        .query(Integer.class)
                        .single()));
        assertThat(seenBySomebodyElse).isZero();
    }

    @Test
    void keysBelongToTheirUser() {
        Program somebodyElse = new Program(port, tokens.of(Role.CLERK, "5104"), program.headers());
        program.post(RUNS, "{\"division\": \"510411\", \"benefitYear\": 1999}");

        assertThat(somebodyElse
                        .post(RUNS, "{\"division\": \"510411\", \"benefitYear\": 1998}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aKeyIsAShortPrintableText() {
        assertThat(program.with("Idempotency-Key", "x".repeat(256))
                        .post(RUNS, "{}")
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("idempotency-key-wrong");
    }

    private Answer upload(byte[] file) {
        return program.upload(
                "/api/v1/rosters",
                Map.of("division", "510421", "benefitYear", "2025", "department", "disabled"),
                "disabled.xls",
                file);
    }

    private int runsOf(String county) {
        return database.sql()
                .sql("select count(*) from determination_run where county = ?")
                .param(county)
                .query(Integer.class)
                .single();
    }

    private int count(String table) {
        return database.sql()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(times);
        try {
            List<Future<Answer>> sent = senders.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList());
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            senders.shutdownNow();
        }
    }
}
