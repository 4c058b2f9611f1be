package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Role;
import org.zhubao.account.Tokens;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;
import org.zhubao.support.Program;
import org.zhubao.support.Program.Answer;
import org.zhubao.support.RosterWorkbook;
import tools.jackson.databind.JsonNode;

/** What programs are answered about lists that are taken back, runs and the review is what is stored. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
class ApiYearTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private Tokens tokens;

    @LocalServerPort
    private int port;

    private CountySeason season;
    private Program clerk;
    private Program colleague;

    @BeforeEach
    void aCountyWithTwoInTheOffice() {
        season = counties.fresh(2021);
        clerk = new Program(port, tokens.of(Role.CLERK, season.code()));
        colleague = new Program(port, tokens.of(Role.REVIEWER, season.code()));
    }

    @Test
    void aListComesBackWithItsFindingsAndWithdrawsWhatItBrought() throws IOException {
        Listed good = season.person();
        Listed bad =
                season.person().numbered(CountySeason.broken(season.person().number()));
        byte[] sent = RosterWorkbook.of(good, bad);
        String list = handedIn("/api/v1/rosters", Map.of("department", "civil-affairs", "kind", "full"), sent);

        Sheet annotated = sheet(clerk.get(list + "/annotated"));
        int findings = width(sheet(sent));
        assertThat(width(annotated)).isEqualTo(findings + 1);
        assertThat(text(annotated.getRow(1), findings)).isEmpty();
        assertThat(text(annotated.getRow(2), findings)).isNotEmpty();

        accept(list);
        assertThat(claims()).isEqualTo(1);
        Answer withdrawn = clerk.post(list + "/withdrawal", "{\"reason\": \"sent by mistake\"}");
        assertThat(withdrawn.json().get("status").asString()).isEqualTo("withdrawn");
        assertThat(claims()).isZero();
    }

    @Test
    void whatARunLeavesOpenIsListedAndARunAsKnownThenComesToTheSame() {
        season.accepted(season.person(), season.person().as("困境儿童").called("孙待定"));
        JsonNode run = determined("");
        assertThat(clerk.post("/api/v1/mark-pushes", of("\"kind\": \"full\"")).status())
                .isEqualTo(409);
        clerk.post("/api/v1/determination-runs/" + run.get("id").asString() + "/publication", "");

        JsonNode items = await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> clerk.get("/api/v1/review-items?" + where()).json(),
                        answer -> answer.get("total").asInt() > 0);
        assertThat(items.get("items").get(0).get("name").asString()).isEqualTo("孙待定");
        assertThat(items.get("items").get(0).get("kind").asString()).isEqualTo("text-silent");

        onRecord.later();
        season.accepted(season.person());
        assertThat(determined("").get("digest")).isNotEqualTo(run.get("digest"));
        assertThat(determined(", \"everybody\": true, \"asKnownOn\": \""
                                + run.get("asKnownOn").asString() + "\"")
                        .get("digest"))
                .as("as known then")
                .isEqualTo(run.get("digest"));
    }

    private String where() {
        return "division=" + season.code() + "&benefitYear=" + season.year();
    }

    private String of(String more) {
        return "{\"division\": \"%s\", \"benefitYear\": %d%s}"
                .formatted(season.code(), season.year(), more.isEmpty() || more.startsWith(",") ? more : ", " + more);
    }

    private JsonNode determined(String more) {
        Answer started = clerk.post("/api/v1/determination-runs", of(more));
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return until(started.header("Location"), "finished");
    }

    /** @return the address of the list, which has been read */
    private String handedIn(String call, Map<String, String> more, byte[] workbook) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("division", season.code());
        fields.put("benefitYear", String.valueOf(season.year()));
        Answer taken = clerk.upload(call, fields, "list.xlsx", workbook);
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        until(taken.header("Location"), "checked");
        return taken.header("Location");
    }

    private void accept(String list) {
        clerk.post(list + "/submission", "");
        assertThat(colleague.post(list + "/acceptance", "").json().get("status").asString())
                .isEqualTo("accepted");
    }

    private JsonNode until(String address, String status) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> clerk.get(address).json(),
                        answer -> answer.get("status").asString().equals(status));
    }

    private int claims() {
        return season.owner()
                .sql("select count(*) from identity_claim where county = ? and known_to is null")
                .param(season.code())
                .query(Integer.class)
                .single();
    }

    private static Sheet sheet(Answer answer) throws IOException {
        assertThat(answer.status()).isEqualTo(200);
        return sheet(answer.response().body());
    }

    private static Sheet sheet(byte[] workbook) throws IOException {
        return WorkbookFactory.create(new ByteArrayInputStream(workbook)).getSheetAt(0);
    }

    private static int width(Sheet sheet) {
        return sheet.getRow(0).getLastCellNum();
    }

    private static String text(Row row, int cell) {
        return new DataFormatter().formatCellValue(row.getCell(cell));
    }
}
