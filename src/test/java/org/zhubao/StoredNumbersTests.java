package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Divisions;
import org.zhubao.roster.RosterUpload;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SampleSeason;

/** Whoever gets hold of a copy of the database, or of the log, finds no identity number in it. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class StoredNumbersTests {

    /** As a dump prints it: as text, or the same characters as bytes in hexadecimal. */
    private static final Pattern NUMBER = Pattern.compile("(?=(\\d{17}[\\dXx]))");

    private static final Pattern NUMBER_AS_BYTES = Pattern.compile("(?=((?:3\\d){17}(?:3\\d|[57]8)))");

    @Autowired
    private SubmittingRosters submitting;

    @Autowired
    private Divisions divisions;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Test
    void noNumberOfASampleCountyStandsAnywhereInClear(CapturedOutput log) {
        SampleSeason season = SampleSeason.of("shiquan2021");
        SignedIn.doing(Role.CLERK, season.county(), () -> accepted(season));
        Set<String> numbers = new HashSet<>(season.determinations().propertyNames());
        assertThat(numbers).hasSizeGreaterThan(100);
        assertThat(tables()).contains("roster_row", "person", "audit_entry");

        for (String table : tables()) {
            assertThat(inClear(table, numbers)).as(table).isEmpty();
        }
        assertThat(numbersIn(log.getAll()).filter(numbers::contains)).isEmpty();
    }

    @Test
    void aNumberThatDoesStandThereIsFound() {
        String number = "510402197001010013";
        String bytes = HexFormat.of().formatHex(number.getBytes(StandardCharsets.US_ASCII));

        assertThat(numbersIn("(1,王," + number + ",\\xa3" + bytes + "04)").filter(number::equals))
                .hasSize(2);
    }

    private List<UUID> accepted(SampleSeason season) {
        return season.files().stream()
                .map(file -> {
                    UUID id = submitting.upload(new RosterUpload(
                            divisions.find(season.county()).orElseThrow(),
                            season.benefitYear(),
                            file.department(),
                            file.kind(),
                            file.path(),
                            file.path().getFileName().toString(),
                            "sample"));
                    submitting.submit(id, "sample");
                    submitting.accept(id, "clerk");
                    return id;
                })
                .toList();
    }

    private List<String> tables() {
        return database.sql()
                .sql(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')")
                .query(String.class)
                .list();
    }

    private Set<String> inClear(String table, Set<String> numbers) {
        Set<String> found = new HashSet<>();
        database.sql().sql("select t::text from " + table + " t").query(row -> {
            numbersIn(row.getString(1)).filter(numbers::contains).forEach(found::add);
        });
        return found;
    }

    private static Stream<String> numbersIn(String text) {
        Stream<String> asBytes = NUMBER_AS_BYTES
                .matcher(text)
                .results()
                .map(match -> new String(HexFormat.of().parseHex(match.group(1)), StandardCharsets.US_ASCII));
        return Stream.concat(NUMBER.matcher(text).results().map(StoredNumbersTests::whole), asBytes);
    }

    private static String whole(MatchResult match) {
        return match.group(1).toUpperCase();
    }
}
