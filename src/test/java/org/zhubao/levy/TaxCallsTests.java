package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.Tokens;
import org.zhubao.division.Department;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.Program;
import org.zhubao.support.Program.Answer;
import org.zhubao.support.SettableClock;
import tools.jackson.databind.JsonNode;

/** A season of the exchange with the tax bureau, played by programs; and what becomes of calls that are wrong. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaxCallsTests {

    private static final String PUSHES = "/api/v1/mark-pushes";
    private static final String PAYMENTS = "/api/v1/payments";
    private static final String RECONCILIATIONS = "/api/v1/reconciliations";

    @LocalServerPort
    private int port;

    private CountySeason season;
    private Program clerk;
    private Program tax;
    private Program elsewhere;
    private Listed twice;
    private Listed missing;
    private byte[] list;
    private Answer beforeTheRun;
    private Answer push;
    private Answer paid;
    private Answer reconciled;

    @BeforeAll
    void aSeason(@Autowired CountySeasons counties, @Autowired Tokens tokens, @Autowired SettableClock clock) {
        season = counties.fresh(2025);
        clerk = new Program(port, tokens.of(Role.CLERK, season.code()));
        tax = new Program(port, tokens.of(Role.TAX_OFFICER, season.code()));
        elsewhere = new Program(port, tokens.of(Role.CLERK, "510402"));
        twice = season.person().called("钱两次");
        missing = season.person().called("孙未缴");
        season.accepted(twice, missing);
        beforeTheRun = clerk.post(PUSHES, json("\"kind\": \"full\""));
        season.run();
        clock.set(clock.instant().plusSeconds(1));
        push = clerk.post(PUSHES, json("\"kind\": \"delta\""));
        list = PaymentSheet.payments()
                .paid(twice, 300, 100, "2024-12-22")
                .paid(twice, 300, 100, "2024-12-23")
                .workbook();
        paid = tax.upload(PAYMENTS, fields(season.code()), "payments.xlsx", list);
        UUID roster = UUID.fromString(paid.json().get("id").asString());
        season.read(roster);
        season.submit(roster);
        season.accept(roster);
        reconciled = clerk.post(RECONCILIATIONS, json("\"x\": 0"));
    }

    @Test
    void theFirstPushIsFullAndTheTaxBureauTakesItsFile() throws IOException {
        assertThat(code(beforeTheRun)).isEqualTo("409 levy.no-run");
        assertThat(push.status()).isEqualTo(201);
        assertThat(push.json().get("kind").asString()).isEqualTo("full");
        assertThat(push.json().get("added").asInt()).isEqualTo(2);

        Answer file = tax.get(push.header("Location") + "/file");
        assertThat(file.status()).isEqualTo(200);
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(file.response().body()))) {
            String everything = new XSSFExcelExtractor(workbook).getText();
            assertThat(everything).contains(twice.number(), missing.number());
        }
        assertThat(clerk.get(push.header("Location")).json()).isEqualTo(push.json());
        assertThat(code(clerk.post(PUSHES, json("\"kind\": \"full\"")))).isEqualTo("409 levy.nothing-to-push");
    }

    @Test
    void paymentsAreTakenInAndTheSameFileAgainAnswersWithTheFirst() {
        assertThat(paid.status()).isEqualTo(202);
        assertThat(paid.header("Location")).contains("/api/v1/rosters/");
        assertThat(tax.get(paid.header("Location")).json().get("acceptable").asInt())
                .isEqualTo(2);
        assertThat(tax.upload(PAYMENTS, fields(season.code()), "again.xlsx", list)
                        .json()
                        .get("id"))
                .isEqualTo(paid.json().get("id"));
    }

    @Test
    void aReconciliationNamesEachMismatchWithPeopleAndMoney() {
        assertThat(reconciled.status()).isEqualTo(201);
        String address = RECONCILIATIONS + "?division=" + season.code() + "&benefitYear=2025";
        assertThat(clerk.get(address).json()).isEqualTo(reconciled.json());
        assertThat(reconciled.json().get("newToTheRun").asInt()).isZero();
        assertThat(reconciled.json().get("causes").valueStream().map(cause -> cause.get("cause")
                        .asString()))
                .containsExactly("not-enrolled", "paid-twice");
        assertThat(tax.get(address).json().get("causes").valueStream().map(cause -> cause.get("cause")
                        .asString()))
                .as("what the tax bureau has to act on")
                .containsExactly("paid-twice");

        Answer unpaid = clerk.get(reconciled.header("Location") + "/lines?cause=not-enrolled");
        assertThat(unpaid.json().get("items").get(0).get("name").asString()).isEqualTo("孙未缴");

        Answer lines = tax.get(reconciled.header("Location") + "/lines?cause=paid-twice&size=1");
        assertThat(lines.json().get("total").asInt()).isEqualTo(1);
        assertThat(lines.json().get("items").get(0).get("dueFen").asLong()).isEqualTo(-30_000);
        assertThat(lines.json().get("items").get(0).get("maskedNumber").asString())
                .contains("********");
    }

    @Test
    void anotherCountysExchangeLooksLikeNone() {
        for (Answer made : new Answer[] {push, reconciled}) {
            assertThat(elsewhere.get(made.header("Location")).status()).isEqualTo(404);
        }
        assertThat(elsewhere.get(push.header("Location") + "/file").status()).isEqualTo(404);
        assertThat(elsewhere.get(reconciled.header("Location") + "/lines").status())
                .isEqualTo(404);
        assertThat(elsewhere.post(PUSHES, json("\"kind\": \"full\"")).status()).isEqualTo(404);
        assertThat(elsewhere.post(RECONCILIATIONS, json("\"x\": 0")).status()).isEqualTo(404);
        assertThat(elsewhere
                        .upload(PAYMENTS, fields(season.code()), "payments.xlsx", new byte[0])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotTheirsToDoIsNotDone(@Autowired Tokens tokens) {
        Program officer = new Program(port, tokens.of(Membership.officerOf(Department.CIVIL_AFFAIRS, season.code())));

        assertThat(code(tax.post(PUSHES, json("\"kind\": \"full\"")))).isEqualTo("403 not-allowed");
        assertThat(code(tax.post(RECONCILIATIONS, json("\"x\": 0")))).isEqualTo("403 not-allowed");
        assertThat(code(officer.upload(PAYMENTS, fields(season.code()), "payments.xlsx", new byte[0])))
                .isEqualTo("403 not-allowed");
        assertThat(code(officer.get(push.header("Location") + "/file"))).isEqualTo("403 not-allowed");
        assertThat(code(new Program(port, "").get(push.header("Location")))).isEqualTo("401 token-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"division": "51", "benefitYear": 2025, "kind": "full"}      | 400 parameter-wrong
                    {"division": "999999", "benefitYear": 2025}                  | 404 no-such-page
                    {"division": ["COUNTY"], "benefitYear": {}}                  | 400 parameter-wrong
                    {"division": "COUNTY", "benefitYear": "next"}                | 400 parameter-wrong
                    {"division": "COUNTY"}                                       | 400 parameter-wrong
                    {"division": "COUNTY", "benefitYear": 2025, "kind": "half"}  | 400 parameter-wrong
                    {"division": "COUNTY", "benefitYear": 1999, "kind": "full"}  | 409 levy.no-run
                    {"division": "COUNTY", "benefitYear": 99999999999}           | 400 number-out-of-range
                    {"division": "COUNTY"                                        | 400 body-unreadable
                    """)
    void aPushThatIsAskedForWronglySaysWhatIsWrong(String body, String expected) {
        assertThat(code(clerk.post(PUSHES, body.replace("COUNTY", season.code()))))
                .isEqualTo(expected);
    }

    @Test
    void fundsThatTheNoticeDoesNotKnowAreChargedNothing() {
        assertThat(code(clerk.post("/api/v1/settlement-sheets", json("\"fund\": \"'; drop table person\""))))
                .isEqualTo("404 no-such-page");
        assertThat(code(clerk.post("/api/v1/settlement-sheets", json("\"x\": 0"))))
                .isEqualTo("404 no-such-page");
    }

    @Test
    void linesAskedForWronglyAreNotGuessed() {
        String lines = reconciled.header("Location") + "/lines?";

        for (String wrong : new String[] {"cause=nonsense", "size=0", "size=501", "size=x", "page=99999999999"}) {
            assertThat(code(clerk.get(lines + wrong))).as(wrong).isEqualTo("400 parameter-wrong");
        }
        assertThat(code(clerk.get(RECONCILIATIONS + "?division=" + season.code())))
                .isEqualTo("400 parameter-missing");
        assertThat(code(clerk.get(PUSHES + "/" + UUID.randomUUID()))).isEqualTo("404 no-such-page");
        assertThat(code(clerk.get(PUSHES + "/1"))).isEqualTo("400 parameter-wrong");
    }

    @Test
    void aFileThatIsNoListIsRefusedWithTheReason() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        Answer taken = tax.upload(PAYMENTS, fields(season.code()), "payments.xlsx", picture);
        season.read(UUID.fromString(taken.json().get("id").asString()));

        JsonNode refused = tax.get(taken.header("Location")).json();
        assertThat(refused.get("status").asString()).isEqualTo("refused");
        assertThat(refused.get("refusal").get("code").asString()).isEqualTo("not-a-spreadsheet");
    }

    private static Map<String, String> fields(String division) {
        return Map.of("division", division, "benefitYear", "2025");
    }

    private String json(String more) {
        return "{\"division\": \"%s\", \"benefitYear\": 2025, %s}".formatted(season.code(), more);
    }

    private static String code(Answer answer) {
        return answer.status() + " " + answer.json().path("code").asString();
    }
}
