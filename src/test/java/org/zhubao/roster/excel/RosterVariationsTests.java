package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.roster.CheckedRow;

/** Rosters as another forty departments would write them: made up from a seed, with mistakes at known rows. */
class RosterVariationsTests {

    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMistakesPutInAreFoundAndNothingElse(int seed) {
        GeneratedRoster roster = new GeneratedRoster(seed);
        Path file = roster.write(folder);

        Reading reading = Reading.of(file, Expectations.civilAffairs());

        assertThat(reading.findings()).containsExactlyElementsOf(roster.findings());
        assertThat(reading.rows()).extracting(CheckedRow::rowNumber).containsExactlyElementsOf(roster.rowNumbers());
        assertThat(reading.rows()).extracting(CheckedRow::comparableName).containsExactlyElementsOf(roster.names());
        assertThat(reading.rows())
                .extracting(row -> row.number() == null ? null : row.number().full())
                .containsExactlyElementsOf(roster.numbers());
        assertThat(reading.rows()).allMatch(row -> row.township() != null).allMatch(row -> LocalDate.of(2020, 8, 1)
                .equals(row.recognisedOn()));
    }
}
