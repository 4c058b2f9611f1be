package org.zhubao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder of sample rosters and what must come of them. */
public record SampleSeason(Path folder, JsonNode expected) {

    /** The samples' codes of identities, in this product's words. */
    public static final Map<String, String> IDENTITIES = Map.ofEntries(
            Map.entry("DB", "subsistence-allowance"),
            Map.entry("TK", "destitute-support"),
            Map.entry("GE", "orphan"),
            Map.entry("TS", "registered-special-difficulty"),
            Map.entry("YB", "serious-illness-poverty"),
            Map.entry("KD", "student-in-difficulty"),
            Map.entry("YF", "key-veteran"),
            Map.entry("LF", "demobilised-soldier"),
            Map.entry("CJ", "disabled"),
            Map.entry("ZC", "severely-disabled"),
            Map.entry("YC", "moderately-disabled"),
            Map.entry("JT", "family-planning-special-support"),
            Map.entry("JB", "family-planning-surgery-complication"),
            Map.entry("JJ", "family-planning-reward"),
            Map.entry("JS", "family-planning-household"),
            Map.entry("PK", "poor-household"),
            Map.entry("BY", "marginal-household"),
            Map.entry("JD", "registered-poor"),
            Map.entry("JC", "monitored-household"),
            Map.entry("KJ", "child-in-difficulty"),
            Map.entry("DS", "low-income-household"));

    /** The samples' names of payers, as the policies' codes of funds. */
    public static final Map<String, String> FUNDS = Map.of(
            "扶贫", "poverty",
            "民政", "civil-affairs",
            "残联", "federation",
            "医疗救助", "medical-assistance",
            "财政", "finance",
            "退役军人", "veterans",
            "优抚", "veterans",
            "卫健", "health");

    /** One file of the season. */
    public record File(Path path, Department department, RosterKind kind, int rows, List<Finding> findings) {}

    /** @param row the sheet's own number */
    public record Finding(int row, String problem, boolean accepted) {}

    public static SampleSeason of(String name) {
        Path folder = Path.of("src/test/resources/samples", name);
        try {
            return new SampleSeason(
                    folder, JsonMapper.shared().readTree(Files.readString(folder.resolve("expected.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String county() {
        return expected.get("division").asString();
    }

    public int benefitYear() {
        return expected.get("benefitYear").asInt();
    }

    public List<File> files() {
        List<File> files = new ArrayList<>();
        expected.get("files").properties().forEach(file -> {
            JsonNode said = file.getValue();
            List<Finding> findings = new ArrayList<>();
            for (JsonNode finding : said.get("findings")) {
                findings.add(new Finding(
                        finding.get("row").asInt(),
                        finding.get("finding").asString(),
                        finding.get("accepted").asBoolean()));
            }
            files.add(new File(
                    folder.resolve(file.getKey()),
                    Department.ofCode(said.get("department").asString()).orElseThrow(),
                    RosterKind.ofCode(said.get("kind").asString()).orElseThrow(),
                    said.get("rows").asInt(),
                    findings));
        });
        return files;
    }

    /** What must come out for each whole identity number. */
    public JsonNode determinations() {
        return expected.get("determinations");
    }
}
