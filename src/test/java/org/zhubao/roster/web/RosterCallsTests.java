package org.zhubao.roster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Role;
import org.zhubao.account.Tokens;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Program;
import org.zhubao.support.Program.Answer;
import org.zhubao.support.RosterWorkbook;

/** The calls of intake with what a careless or hostile program sends: an answer in words, and nothing done. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterCallsTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Tokens tokens;

    @LocalServerPort
    private int port;

    private CountySeason season;

    @BeforeAll
    void oneCountyForAll() {
        season = counties.fresh(2021);
    }

    @Test
    void anUploadThatSaysSomethingImpossibleIsRefusedByName() {
        Program clerk = clerk();
        byte[] list = RosterWorkbook.of(season.person());
        Map<String, String> proper =
                Map.of("division", season.code(), "benefitYear", "2021", "department", "civil-affairs", "kind", "full");

        Map<String, String> answers = new HashMap<>();
        Map.of(
                        "division=", "400 parameter-wrong",
                        "division=abc", "400 parameter-wrong",
                        "division=110101", "404 no-such-page",
                        "division=' or 1=1 --", "400 parameter-wrong",
                        "benefitYear=", "400 parameter-wrong",
                        "benefitYear=abc", "400 parameter-wrong",
                        "benefitYear=99999999999", "400 parameter-wrong",
                        "benefitYear=1999", "409 roster.no-policy",
                        "department=nobody", "400 parameter-wrong",
                        "kind=everything", "400 parameter-wrong")
                .forEach((changed, expected) -> {
                    Map<String, String> fields = new HashMap<>(proper);
                    String[] field = changed.split("=", 2);
                    fields.put(field[0], field[1]);
                    answers.put(
                            changed + " " + expected, told(clerk.upload("/api/v1/rosters", fields, "a.xlsx", list)));
                });

        assertThat(answers).allSatisfy((asked, told) -> assertThat(asked).endsWith(told));
        Answer noForm = clerk.post("/api/v1/rosters", "{}");
        assertThat(told(noForm)).isEqualTo("415 media-type-unsupported");
        assertThat(noForm.json().get("detail").asString()).contains("multipart/form-data");
    }

    @Test
    void aFileNameNeverLeavesItsFolderAndShowsNoNumber() {
        Answer answer = clerk().upload(
                        "/api/v1/rosters",
                        Map.of("division", season.code(), "benefitYear", "2021", "department", "civil-affairs"),
                        "..\\..\\evil/510421199003074211<script>.xlsx",
                        RosterWorkbook.of(season.person()));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("fileName").asString()).isEqualTo("***<script>.xlsx");
    }

    @Test
    void aFileThatIsRefusedSaysWhyAndHasNeitherRowsNorWorkbook() {
        Program clerk = clerk();
        String address = clerk.upload(
                        "/api/v1/rosters",
                        Map.of("division", season.code(), "benefitYear", "2021", "department", "civil-affairs"),
                        "empty.csv",
                        new byte[0])
                .header("Location");

        Answer over = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> clerk.get(address),
                        answer -> !answer.json().get("status").asString().equals("reading"));

        assertThat(over.json().get("status").asString()).isEqualTo("refused");
        assertThat(over.json().get("refusal").get("code").asString()).isEqualTo("empty");
        assertThat(over.json().get("refusal").get("suggestion").asString()).isNotBlank();
        assertThat(clerk.get(address + "/problems").json().get("total").asInt()).isZero();
        assertThat(told(clerk.get(address + "/annotated"))).isEqualTo("404 no-such-page");
        assertThat(told(clerk.post(address + "/submission", ""))).isEqualTo("409 roster.moved-on");
    }

    @Test
    void findingsAreAskedForPageByPageAndNothingElse() {
        Program clerk = clerk();
        UUID roster = season.uploaded(
                Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person().called("王?"), season.person());
        String problems = "/api/v1/rosters/" + roster + "/problems";

        assertThat(clerk.get(problems).json().get("total").asInt()).isEqualTo(1);
        assertThat(clerk.get(problems + "?page=99").json().get("items")).hasSize(1);
        for (String wrong : List.of("?size=0", "?size=501", "?size=-1", "?size=x", "?page=x")) {
            assertThat(told(clerk.get(problems + wrong))).as(wrong).isEqualTo("400 parameter-wrong");
        }
        assertThat(told(clerk.get("/api/v1/rosters/" + UUID.randomUUID()))).isEqualTo("404 no-such-page");
        assertThat(clerk.get("/api/v1/rosters/1%27--").status()).isIn(400, 404);
    }

    @Test
    void everyMoveIsRefusedWhereTheStateForbidsIt() {
        Program clerk = clerk();
        String roster =
                "/api/v1/rosters/" + season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        String reason = "{\"reason\": \"少了两个镇\"}";

        assertThat(told(clerk.post(roster + "/acceptance", ""))).isEqualTo("409 roster.moved-on");
        assertThat(told(clerk.post(roster + "/return", reason))).isEqualTo("409 roster.moved-on");
        assertThat(told(clerk.post(roster + "/withdrawal", reason))).isEqualTo("409 roster.moved-on");
        assertThat(clerk.post(roster + "/submission", "").json().get("status").asString())
                .isEqualTo("submitted");
        assertThat(told(clerk.post(roster + "/submission", ""))).isEqualTo("409 roster.moved-on");
        assertThat(told(clerk.post(roster + "/acceptance", ""))).isEqualTo("409 four-eyes");
        assertThat(told(clerk.post(roster + "/return", ""))).isEqualTo("400 body-unreadable");
        assertThat(told(clerk.post(roster + "/return", "[1]"))).isEqualTo("400 body-unreadable");
        assertThat(told(clerk.post(roster + "/return", "{\"reason\": \" \"}"))).isEqualTo("409 roster.reason-missing");
        assertThat(told(clerk.post(roster + "/return", "{\"reason\": \"" + "长".repeat(100_000) + "\"}")))
                .isEqualTo("409 roster.reason-too-long");
        assertThat(clerk.post(roster + "/return", reason).json().get("status").asString())
                .isEqualTo("returned");
        assertThat(told(clerk.post(roster + "/withdrawal", reason))).isEqualTo("409 roster.moved-on");
    }

    private Program clerk() {
        return new Program(port, tokens.of(Role.CLERK, season.code()));
    }

    /** Status and code of a problem; every answer that is none is a failure of the test. */
    private static String told(Answer answer) {
        assertThat(answer.header("Content-Type")).as(answer.text()).startsWith("application/problem+json");
        return answer.status() + " " + answer.json().get("code").asString();
    }
}
