package org.zhubao.roster.excel;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.division.Department;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.Annotations;
import org.zhubao.roster.Annotations.RowAnnotation;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterShape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files as departments really send them, with what is known to be wrong in them. */
class SampleRostersTests {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    /** Need all rows of a file and are found after reading. */
    private static final Set<String> FOUND_LATER = Set.of("duplicate-in-file", "same-number-other-name");

    /**
     * Listed as a wrong check character, but the number is right: weighted sum 279, remainder 4, check character 8 (GB
     * 11643), birth date 2006-08-13. A right number is accepted, whatever a list says about it.
     */
    private static final String RIGHT_AFTER_ALL = "tongnan2021/health.csv 66";

    /** Goes with a wrong check character where the certificate in the row knows better. */
    private static final String SUGGESTION = "nearly-known-number";

    private static final Set<String> NOT_ROSTERS = Set.of("payments", "enrolment-status");

    record Sample(Path file, RosterExpectation expected, int rows, List<String> findings) {
        @Override
        public String toString() {
            return file.getParent().getFileName() + "/" + file.getFileName();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKnownMistakeIsFoundAtItsRowAndNothingElse(Sample sample) {
        Reading reading = Reading.of(sample.file(), sample.expected());

        assertThat(reading.findings())
                .filteredOn(finding -> !finding.contains(SUGGESTION))
                .containsExactlyElementsOf(sample.findings());
        assertThat(reading.shape().dataRows()).isEqualTo(sample.rows());
        assertThat(reading.rows()).hasSize(sample.rows());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyAcceptedRowSaysWhoItIsAboutAndWhy(Sample sample) {
        boolean identified = sample.expected().kind().needsIdentity();

        assertThat(Reading.of(sample.file(), sample.expected()).rows())
                .filteredOn(CheckedRow::acceptable)
                .filteredOn(row -> row.problems().isEmpty())
                .allMatch(row -> row.number() != null && !row.comparableName().isEmpty())
                .allMatch(row -> !identified || row.identity() != null);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theAnnotatedSheetUploadedAgainShowsTheSameMistakesAtTheSameRows(Sample sample, @TempDir Path folder)
            throws IOException {
        Reading reading = Reading.of(sample.file(), sample.expected());
        Map<Integer, RowAnnotation> notes = reading.rows().stream()
                .filter(row -> !row.problems().isEmpty())
                .collect(toMap(CheckedRow::rowNumber, row -> new RowAnnotation("请改正这一行", Map.of())));
        RosterShape shape = reading.shape();
        Path annotated = folder.resolve("annotated.xlsx");
        try (OutputStream out = Files.newOutputStream(annotated)) {
            new FindingsWorkbook()
                    .annotate(
                            sample.file(),
                            sample.file().getFileName().toString(),
                            new Annotations(shape.sheetName(), shape.headerRow(), shape.positions(), "检查结果", notes),
                            out);
        }

        Reading again = Reading.of(annotated, sample.expected());

        assertThat(again.findings()).isEqualTo(reading.findings());
        assertThat(again.rows()).extracting(CheckedRow::number).isEqualTo(numbers(reading));
        assertThat(again.rows()).extracting(CheckedRow::recognisedOn).isEqualTo(dates(reading));
    }

    private static List<IdNumber> numbers(Reading reading) {
        return reading.rows().stream().map(CheckedRow::number).toList();
    }

    private static List<LocalDate> dates(Reading reading) {
        return reading.rows().stream().map(CheckedRow::recognisedOn).toList();
    }

    static Stream<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            for (Path folder : folders.sorted().toList()) {
                JsonNode expected = JsonMapper.shared().readTree(folder.resolve("expected.json"));
                String county = expected.get("division").asString();
                expected.path("files")
                        .properties()
                        .forEach(file -> samples.add(sample(folder.resolve(file.getKey()), county, file.getValue())));
                expected.path("steps").values().stream()
                        .filter(step -> !NOT_ROSTERS.contains(step.get("kind").asString()))
                        .forEach(step -> samples.add(
                                sample(folder.resolve(step.get("file").asString()), county, step)));
            }
        }
        assertThat(samples).as("sample rosters").hasSize(37);
        return samples.stream();
    }

    private static Sample sample(Path file, String county, JsonNode node) {
        List<String> findings = StreamSupport.stream(node.path("findings").spliterator(), false)
                .filter(finding -> !FOUND_LATER.contains(finding.get("finding").asString()))
                .filter(finding -> !RIGHT_AFTER_ALL.equals(
                        file.getParent().getFileName() + "/" + file.getFileName() + " " + finding.get("row")))
                .map(finding -> finding.get("row").asInt() + " "
                        + finding.get("finding").asString() + " "
                        + finding.get("accepted").asBoolean())
                .toList();
        RosterExpectation expected = Expectations.of(
                county,
                Department.ofCode(node.get("department").asString()).orElseThrow(),
                RosterKind.ofCode(node.get("kind").asString()).orElseThrow());
        return new Sample(file, expected, node.get("rows").asInt(), findings);
    }
}
