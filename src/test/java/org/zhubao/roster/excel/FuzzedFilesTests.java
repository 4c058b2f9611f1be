package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.support.WithinTime;

/**
 * Minutes of damaged files. Whatever arrives is read or refused, within seconds, in little memory, and leaves no file
 * behind; and where nothing but the way of writing differs, not one row is lost. Run by {@code -Pfuzz}.
 */
@Tag("fuzz")
class FuzzedFilesTests {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Path folder;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fuzzed");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @WithinTime(percent = 15)
    @Property(tries = WithinTime.TRIES, edgeCases = EdgeCasesMode.NONE)
    void aFileWithWrongBytesEndsInAnAnswer(
            @ForAll("anyFile") Path file, @ForAll("damages") @Size(min = 1, max = 6) List<Damage> damages) {
        answer(Damage.all(damages, bytes(file)));
    }

    @WithinTime(percent = 25)
    @Property(tries = WithinTime.TRIES, edgeCases = EdgeCasesMode.NONE)
    void aWorkbookWithOtherMarkupEndsInAnAnswer(
            @ForAll("workbooks") Path file,
            @ForAll @IntRange(max = 20) int part,
            @ForAll("markups") @Size(min = 1, max = 6) List<Markup> markups,
            @ForAll TakenApart.Surgery surgery,
            @ForAll @IntRange(max = 20) int operated) {
        answer(new TakenApart(bytes(file))
                .change(part, content -> Markup.all(markups, content))
                .operate(surgery, operated)
                .together());
    }

    @WithinTime(percent = 10)
    @Property(tries = WithinTime.TRIES, edgeCases = EdgeCasesMode.NONE)
    void aWorkbookWithADamagedPartEndsInAnAnswer(
            @ForAll("workbooks") Path file,
            @ForAll @IntRange(max = 20) int part,
            @ForAll("damages") @Size(min = 1, max = 6) List<Damage> damages) {
        answer(new TakenApart(bytes(file))
                .change(part, content -> Damage.all(damages, content))
                .together());
    }

    @WithinTime(percent = 20)
    @Property(tries = WithinTime.TRIES, edgeCases = EdgeCasesMode.NONE)
    void anOldWorkbookWithOtherRecordsEndsInAnAnswer(
            @ForAll("oldWorkbooks") Path file, @ForAll("records") @Size(min = 1, max = 6) List<Records> changes) {
        answer(TakenApart.changeRecords(bytes(file), records -> Records.all(changes, records)));
    }

    @WithinTime(percent = 20)
    @Property(tries = WithinTime.TRIES)
    void howeverAListIsWrittenEveryPersonIsRead(@ForAll int seed) {
        GeneratedRoster roster = new GeneratedRoster(seed);

        Reading reading = Reading.of(roster.write(folder), Expectations.civilAffairs());

        assertThat(reading.findings()).containsExactlyElementsOf(roster.findings());
        assertThat(reading.rows()).extracting(CheckedRow::rowNumber).containsExactlyElementsOf(roster.rowNumbers());
    }

    @Provide
    Arbitrary<Path> anyFile() {
        return files("xlsx", "xls", "csv");
    }

    @Provide
    Arbitrary<Path> workbooks() {
        return files("xlsx");
    }

    @Provide
    Arbitrary<Path> oldWorkbooks() {
        return files("xls");
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        return Damage.any().list();
    }

    @Provide
    Arbitrary<List<Markup>> markups() {
        return Markup.any().list();
    }

    @Provide
    Arbitrary<List<Records>> records() {
        return Records.any().list();
    }

    private void answer(byte[] content) {
        Path file = RosterFiles.write(folder.resolve("roster"), content);
        List<Path> before = temporaryFiles();
        assertTimeoutPreemptively(LIMIT, () -> {
            try {
                assertThat(Reading.of(file, Expectations.civilAffairs()).rows()).isNotEmpty();
            } catch (RosterFileRefused refused) {
                assertThat(refused.code()).isNotBlank();
            }
        });
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    /** POI keeps its own in a folder of that name. */
    private static List<Path> temporaryFiles() {
        Path poi = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");
        if (!Files.isDirectory(poi)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(poi)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arbitrary<Path> files(String... endings) {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<String> wanted = List.of(endings);
            return Arbitraries.of(
                    files.filter(file -> wanted.contains(file.toString().replaceFirst(".*\\.", "")))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
