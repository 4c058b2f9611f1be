package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunStatus;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.protection.Vault;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterUpload;
import org.zhubao.roster.RowView;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SampleSeason;
import org.zhubao.support.SampleSeason.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample counties through the whole product: every file uploaded, every finding at its row, every list accepted,
 * everybody determined to the fen.
 */
@DatabaseTest
class SampleCountyTests {

    /** A number the samples call wrong although check character and birth date are right (GB 11643). */
    private static final String RIGHT_AFTER_ALL = "tongnan2021 health.csv 66";

    @Autowired
    private SubmittingRosters submitting;

    @Autowired
    private RosterDesk desk;

    @Autowired
    private DeterminingSubsidies determining;

    @Autowired
    private Divisions divisions;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private Vault vault;

    /** What a run found for somebody. */
    private record Found(
            String outcome, String identity, long premium, long subsidy, long payable, Map<String, Long> shares) {}

    @ParameterizedTest
    @ValueSource(strings = {"panzhihua2021", "tongnan2021", "panzhihua2025"})
    void everyFindingStandsAtItsRowAndEverybodyGetsWhatTheNoticeSays(String name) {
        SampleSeason season = SampleSeason.of(name);
        Run run = SignedIn.doing(Role.CLERK, season.county(), () -> play(name, season));
        assertThat(run.status()).isEqualTo(RunStatus.FINISHED);

        Map<String, Found> found = found(run);
        season.determinations().properties().forEach(person -> assertThat(found.get(person.getKey()))
                .as("%s %s", name, person.getValue())
                .isNotNull()
                .satisfies(actual -> assertAsExpected(actual, person.getValue())));
    }

    private Run play(String name, SampleSeason season) {
        Division county = divisions.find(season.county()).orElseThrow();
        for (SampleSeason.File file : season.files()) {
            UUID id = submitting.upload(new RosterUpload(
                    county,
                    season.benefitYear(),
                    file.department(),
                    file.kind(),
                    file.path(),
                    file.path().getFileName().toString(),
                    "sample"));
            assertThat(desk.find(id).orElseThrow().rows().read()).isEqualTo(file.rows());
            assertThat(findings(id)).as("%s", file.path()).containsExactlyElementsOf(expectedFindings(name, file));
            submitting.submit(id, "sample");
            submitting.accept(id, "clerk");
        }
        return finished(determining.start(county, season.benefitYear(), "sample"), county);
    }

    private List<Finding> findings(UUID id) {
        List<Finding> findings = new ArrayList<>();
        for (RowView row : desk.rows(id, new RosterDesk.RowFilter(null, false), 0, 1000)) {
            row.problems().stream()
                    .filter(p -> p.code().severity() != ProblemCode.Severity.NOTE
                            || p.code() == ProblemCode.DUPLICATE_IN_FILE)
                    .forEach(p ->
                            findings.add(new Finding(row.rowNumber(), p.code().slug(), row.acceptable())));
        }
        return findings;
    }

    private static List<Finding> expectedFindings(String season, SampleSeason.File file) {
        return file.findings().stream()
                .filter(f -> !RIGHT_AFTER_ALL.equals(season + " " + file.path().getFileName() + " " + f.row()))
                .toList();
    }

    private Run finished(UUID id, Division county) {
        return await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> determining.run(id, county.code()).orElseThrow(), run -> run.status()
                        .isOver());
    }

    private Map<String, Found> found(Run run) {
        Map<String, Found> found = new HashMap<>();
        database.sql()
                .sql(
                        """
                        select p.number_cipher, o.*,
                            (select jsonb_object_agg(fund, amount_fen) from outcome_share s
                                where s.run_id = o.run_id and s.outcome_id = o.id) as shares
                        from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        join person p on p.region = d.region and p.id = d.person_id
                        where d.run_id = ?
                        """)
                .param(run.id())
                .query(row -> {
                    found.put(
                            vault.decryptNumber(row.getBytes("number_cipher")).full(),
                            new Found(
                                    row.getString("outcome"),
                                    row.getString("identity"),
                                    row.getLong("premium_fen"),
                                    row.getLong("subsidy_fen"),
                                    row.getLong("payable_fen"),
                                    shares(row.getString("shares"))));
                });
        return found;
    }

    private static Map<String, Long> shares(String text) {
        Map<String, Long> shares = new HashMap<>();
        if (text != null) {
            JsonMapper.shared()
                    .readTree(text)
                    .properties()
                    .forEach(
                            share -> shares.put(share.getKey(), share.getValue().asLong()));
        }
        return shares;
    }

    private static void assertAsExpected(Found actual, JsonNode expected) {
        String outcome = expected.get("outcome").asString();
        assertThat(actual.outcome())
                .isEqualTo(
                        outcome.equals("granted") ? "GRANTED" : outcome.equals("review") ? "NEEDS_REVIEW" : "REFUSED");
        assertThat(actual.subsidy()).isEqualTo(expected.get("subsidy").asLong());
        if (expected.has("premium") && !outcome.equals("none")) {
            assertThat(actual.premium()).isEqualTo(expected.get("premium").asLong());
            assertThat(actual.payable()).isEqualTo(expected.get("payable").asLong());
        }
        if (expected.has("shares")) {
            Map<String, Long> wanted = new HashMap<>();
            expected.get("shares")
                    .properties()
                    .forEach(share -> wanted.put(
                            SampleSeason.FUNDS.get(share.getKey()),
                            share.getValue().asLong()));
            assertThat(actual.shares()).isEqualTo(wanted);
        }
        if (outcome.equals("granted")) {
            String first = expected.get("identity").asString().split("-")[0];
            assertThat(actual.identity()).isEqualTo(SampleSeason.IDENTITIES.get(first));
        }
    }
}
