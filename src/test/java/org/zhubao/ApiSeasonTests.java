package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.Tokens;
import org.zhubao.division.Department;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Program;
import org.zhubao.support.Program.Answer;
import org.zhubao.support.SampleSeason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole season by programs alone: from the departments' files to the funds' workbooks. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiSeasonTests {

    private static final SampleSeason SEASON = SampleSeason.of("tongnan2021");
    private static final String WHERE = "division=500152&benefitYear=2021";
    private static final String DETERMINATIONS = "/api/v1/determinations?" + WHERE;

    @Autowired
    private Tokens tokens;

    @LocalServerPort
    private int port;

    private Program clerk;
    private Program elsewhere;
    private Answer firstRoster;
    private JsonNode run;

    @BeforeAll
    void fromTheFilesToTheFinishedRun() throws IOException {
        clerk = new Program(port, tokens.of(Role.CLERK, "500152")).with("Accept-Language", "en");
        Program colleague = new Program(port, tokens.of(Role.REVIEWER, "500152"));
        elsewhere = new Program(port, tokens.of(Role.CLERK, "510421"));
        for (SampleSeason.File file : SEASON.files()) {
            Answer roster = upload(clerk, file);
            assertThat(roster.status()).as(roster.text()).isEqualTo(202);
            String address = roster.header("Location");
            assertThat(read(address).get("rows").asInt()).isEqualTo(file.rows());
            assertThat(clerk.post(address + "/submission", "").status()).isEqualTo(200);
            assertThat(clerk.post(address + "/acceptance", "")
                            .json()
                            .get("code")
                            .asString())
                    .isEqualTo("four-eyes");
            assertThat(colleague
                            .post(address + "/acceptance", "")
                            .json()
                            .get("status")
                            .asString())
                    .isEqualTo("accepted");
            firstRoster = firstRoster == null ? roster : firstRoster;
        }
        Answer started = clerk.post("/api/v1/determination-runs", "{\"division\": \"500152\", \"benefitYear\": 2021}");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        run = await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> clerk.get(started.header("Location")).json(),
                        answer -> answer.get("status").asString().equals("finished"));
    }

    private JsonNode read(String address) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> clerk.get(address).json(),
                        answer -> answer.get("status").asString().equals("checked"));
    }

    @Test
    void theSameFileAgainAnswersWithTheFirstRoster() throws IOException {
        Answer again = upload(clerk, SEASON.files().get(0));

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Location")).isEqualTo(firstRoster.header("Location"));
    }

    @Test
    void problemsComePageByPageWithWhatToDo() {
        String address = firstRoster.header("Location");
        JsonNode page = clerk.get(address + "/problems?page=2&size=1").json();

        assertThat(page.get("page").asInt()).isEqualTo(2);
        assertThat(page.get("total").asLong()).isGreaterThan(2);
        assertThat(page.get("items")).hasSize(1);
        JsonNode problem = page.get("items").get(0).get("problems").get(0);
        assertThat(problem.get("message").asString()).isNotBlank().isASCII();
        assertThat(problem.get("suggestion").asString()).isNotBlank();
        assertThat(clerk.get(address + "/problems?size=501")
                        .json()
                        .get("detail")
                        .asString())
                .isEqualTo("The parameter size has a wrong value");
    }

    @Test
    void aDecidedRosterMovesNoMore() {
        Answer answer = clerk.post(firstRoster.header("Location") + "/return", "{\"reason\": \"late\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("code").asString()).isEqualTo("roster.moved-on");
        assertThat(answer.json().get("detail").asString()).startsWith("This list is now “Accepted”");
    }

    @Test
    void aFinishedRunCountsEverybodyOnce() {
        long counted = run.get("counts")
                .valueStream()
                .mapToLong(count -> count.get("persons").asLong())
                .sum();

        assertThat(counted).isPositive().isEqualTo(run.get("personsTotal").asLong());
        assertThat(run.get("funds")).isNotEmpty();
    }

    @Test
    void everybodyComesAsALineWhoseSharesMakeUpTheSubsidy() {
        List<JsonNode> people = clerk.get(DETERMINATIONS)
                .text()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();

        assertThat(people).hasSize(run.get("personsTotal").asInt()).allSatisfy(person -> {
            assertThat(person.get("maskedNumber").asString()).matches("\\d{6}\\*{8}\\d{3}[\\dX]");
            long shares = person.get("shares")
                    .valueStream()
                    .mapToLong(JsonNode::asLong)
                    .sum();
            assertThat(shares).isEqualTo(person.get("subsidyFen").asLong());
        });
    }

    @Test
    void theSameLinesComeAsATable() {
        Answer table = clerk.with("Accept", "text/csv").get(DETERMINATIONS);

        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.text().lines().findFirst().orElseThrow())
                .startsWith("\"run\",\"person\",\"maskedNumber\",\"name\",");
        assertThat(table.text().lines()).hasSize(run.get("personsTotal").asInt() + 1);
    }

    @Test
    void aDecisionIsExplainedWithTheWordsOfTheNotice() {
        JsonNode somebody = clerk.get(DETERMINATIONS)
                .text()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .filter(person -> person.get("outcome").asString().equals("granted"))
                .findFirst()
                .orElseThrow();
        JsonNode card = clerk.get("/api/v1/determination-runs/" + run.get("id").asString() + "/people/"
                        + somebody.get("person").asString() + "/card")
                .json();

        assertThat(card.get("subsidyFen")).isEqualTo(somebody.get("subsidyFen"));
        assertThat(card.get("maskedNumber")).isEqualTo(somebody.get("maskedNumber"));
        assertThat(card.get("decidedBy").get(0).get("words").asString()).isNotBlank();
    }

    @Test
    void aFundIsChargedOnceAndItsSheetIsAWorkbook() throws IOException {
        String fund = run.get("funds").get(0).get("fund").asString();
        String id = run.get("id").asString();
        assertThat(clerk.post("/api/v1/determination-runs/" + id + "/publication", "")
                        .status())
                .isEqualTo(200);
        String wanted = "{\"division\": \"500152\", \"benefitYear\": 2021, \"fund\": \"" + fund + "\"}";
        Answer frozen = clerk.post("/api/v1/settlement-sheets", wanted);

        assertThat(frozen.status()).as(frozen.text()).isEqualTo(201);
        assertThat(frozen.json().get("totalFen").asLong())
                .isEqualTo(run.get("funds").get(0).get("amountFen").asLong());
        assertThat(frozen.json().get("intact").asBoolean()).isTrue();
        Answer workbook = clerk.get(frozen.header("Location") + "/sheet");
        assertThat(WorkbookFactory.create(
                        new ByteArrayInputStream(workbook.response().body())))
                .isNotEmpty();
        assertThat(clerk.post("/api/v1/settlement-sheets", wanted)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("settlement.nobody-left");
        assertThat(elsewhere.get(frozen.header("Location")).status()).isEqualTo(404);
        assertThat(elsewhere.get(frozen.header("Location") + "/sheet").status()).isEqualTo(404);
    }

    @Test
    void anotherCountyFindsNothingByAnyAddress() {
        String roster = firstRoster.header("Location");
        String runs = "/api/v1/determination-runs/";
        String id = run.get("id").asString();

        assertThat(List.of(
                        elsewhere.get(roster),
                        elsewhere.get(roster + "/problems"),
                        elsewhere.post(roster + "/submission", ""),
                        elsewhere.post(roster + "/acceptance", ""),
                        elsewhere.post(roster + "/return", "{\"reason\": \"x\"}"),
                        elsewhere.get(runs + id),
                        elsewhere.get(runs + id + "/people/" + id + "/card"),
                        elsewhere.get(DETERMINATIONS),
                        elsewhere.post(
                                "/api/v1/determination-runs", "{\"division\": \"500152\", \"benefitYear\": 2021}"),
                        elsewhere.post(
                                "/api/v1/settlement-sheets",
                                "{\"division\": \"500152\", \"benefitYear\": 2021, \"fund\": \"medical-assistance\"}")))
                .extracting(Answer::status)
                .containsOnly(404);
    }

    @Test
    void aDepartmentSeesItsOwnRostersOnlyAndNoDeterminations() {
        Program health = new Program(port, tokens.of(Membership.officerOf(Department.HEALTH, "500152")));
        String civilAffairs = SEASON.files().get(0).department() == Department.HEALTH
                ? "/api/v1/rosters/none"
                : firstRoster.header("Location");

        assertThat(health.get(civilAffairs).status()).isEqualTo(404);
        assertThat(health.get(DETERMINATIONS).status()).isEqualTo(403);
        assertThat(health.post(civilAffairs + "/acceptance", "").status()).isEqualTo(403);
    }

    private Answer upload(Program program, SampleSeason.File file) throws IOException {
        return program.upload(
                "/api/v1/rosters",
                Map.of(
                        "division", SEASON.county(),
                        "benefitYear", String.valueOf(SEASON.benefitYear()),
                        "department", file.department().code(),
                        "kind", file.kind().code()),
                file.path().getFileName().toString(),
                Files.readAllBytes(file.path()));
    }
}
