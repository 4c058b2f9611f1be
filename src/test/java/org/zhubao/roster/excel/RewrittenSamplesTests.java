package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.excel.SampleRostersTests.Sample;

/** Every sample, written by other hands: whatever the form, the same people with the same mistakes come out. */
class RewrittenSamplesTests {

    private static final int HANDS = Integer.getInteger("samples.hands", 3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.zhubao.roster.excel.SampleRostersTests#samples")
    void whoeverWritesTheListTheSamePeopleWithTheSameMistakesAreRead(Sample sample) {
        Reading original = Reading.of(sample.file(), sample.expected());
        for (int seed = 0; seed < HANDS; seed++) {
            RewrittenSample rewritten = new RewrittenSample(sample.file(), original.shape(), seed);

            Reading reading = Reading.of(rewritten.write(folder), sample.expected());

            assertThat(people(reading)).as("seed %d", seed).isEqualTo(people(original));
            assertThat(reading.rows())
                    .as("seed %d", seed)
                    .extracting(CheckedRow::rowNumber)
                    .isEqualTo(original.rows().stream()
                            .map(row -> rewritten.row(row.rowNumber()))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("org.zhubao.roster.excel.SampleRostersTests#samples")
    void anotherParserShowsTheSameInWhatOtherHandsWrote(Sample sample) throws Exception {
        Reading original = Reading.of(sample.file(), sample.expected());
        for (int seed = 0; seed < HANDS; seed++) {
            Path file = new RewrittenSample(sample.file(), original.shape(), seed).xlsx(folder);

            assertThat(XlsxOracleTests.cells(file))
                    .as("seed %d", seed)
                    .isNotEmpty()
                    .isEqualTo(XlsxOracleTests.oracle(file));
        }
    }

    /** What was understood of a row, wherever it stands. */
    private record Understood(
            String name,
            IdNumber number,
            String identity,
            String township,
            LocalDate recognisedOn,
            List<String> problems) {}

    private static List<Understood> people(Reading reading) {
        return reading.rows().stream()
                .map(row -> new Understood(
                        row.name(),
                        row.number(),
                        row.identity(),
                        row.township(),
                        row.recognisedOn(),
                        row.problems().stream().map(p -> p.code().slug()).toList()))
                .toList();
    }
}
