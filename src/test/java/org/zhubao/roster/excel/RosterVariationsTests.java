package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.roster.CheckedRow;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;

/** Rosters as another forty departments would write them: made up from a seed, with mistakes at known rows. */
class RosterVariationsTests {

    private static final Policy NOTICE = PolicyTexts.policy("panzhihua-hardship-2021");

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
        assertThat(reading.rows()).map(RosterVariationsTests::subsidy).containsExactlyElementsOf(roster.subsidies());
    }

    /** What the notice gives the person of a row alone, in fen. */
    private static @Nullable Long subsidy(CheckedRow row) {
        if (!row.acceptable() || row.number() == null || row.identity() == null) {
            return null;
        }
        Held held = new Held(row.identity(), row.attributes(), row.recognisedOn());
        Determination determination = NOTICE.determine(new Facts(row.number().birthDate(), List.of(held), Map.of()));
        return determination instanceof Granted granted ? granted.subsidy().fen() : 0L;
    }
}
