package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterDesk.RowFilter;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;

/** What is kept of a file and what only the whole file can tell. */
@DatabaseTest
class UploadedRostersTests {

    private static final RowFilter WITH_PROBLEMS = new RowFilter(null, false);
    private static final RowFilter ALL = new RowFilter(null, true);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private RosterDesk desk;

    @Autowired
    private RosterFiles files;

    @Test
    void theSameFileTwiceIsOneRosterUntilItIsReturned() {
        CountySeason season = counties.fresh(2021);
        byte[] workbook = RosterWorkbook.of(season.person(), season.person());
        UUID first = season.upload(Department.CIVIL_AFFAIRS, RosterKind.FULL, workbook);

        assertThat(season.upload(Department.CIVIL_AFFAIRS, RosterKind.FULL, workbook))
                .isEqualTo(first);
        season.submit(first);
        assertThat(season.upload(Department.CIVIL_AFFAIRS, RosterKind.FULL, workbook))
                .isEqualTo(first);
        season.giveBack(first, "sent too early");
        UUID second = season.upload(Department.CIVIL_AFFAIRS, RosterKind.FULL, workbook);

        assertThat(second).isNotEqualTo(first);
        assertThat(season.roster(second).status()).isEqualTo(RosterStatus.CHECKED);
        assertThat(season.clerk(() -> desk.list(season.code(), 2021, null))).hasSize(2);
    }

    @Test
    void theSameFileAsAnotherKindOfListIsAnotherRoster() {
        CountySeason season = counties.fresh(2021);
        byte[] workbook = RosterWorkbook.of(season.person());

        assertThat(season.upload(Department.CIVIL_AFFAIRS, RosterKind.FULL, workbook))
                .isNotEqualTo(season.upload(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, workbook));
    }

    @Test
    void aPersonRepeatedWithTheSameIdentityCountsOnceAndTheRowSaysWhichIsKept() {
        CountySeason season = counties.fresh(2021);
        Listed twice = season.person();
        UUID roster = season.uploaded(
                Department.CIVIL_AFFAIRS, RosterKind.FULL, twice, season.person(), twice, twice.as("特困人员"));

        assertThat(season.rows(roster, WITH_PROBLEMS)).singleElement().satisfies(row -> {
            assertThat(row.rowNumber()).isEqualTo(4);
            assertThat(row.acceptable()).isTrue();
            assertThat(row.problems())
                    .containsExactly(RowProblem.of(ProblemCode.DUPLICATE_IN_FILE, Column.ID_NUMBER, "2"));
        });
        assertThat(entering(season, roster)).containsExactly(2, 3, 5);
    }

    @Test
    void oneNumberUnderTwoNamesRejectsTheLaterRowAndNamesTheEarlier() {
        CountySeason season = counties.fresh(2021);
        Listed first = season.person().called("阿木 · 里坡");
        UUID roster = season.uploaded(
                Department.CIVIL_AFFAIRS, RosterKind.FULL, first, first.called("阿木•里坡"), first.called("李小红"));

        assertThat(season.rows(roster, new RowFilter(ProblemCode.SAME_NUMBER_OTHER_NAME, false)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.rowNumber()).isEqualTo(4);
                    assertThat(row.acceptable()).isFalse();
                    assertThat(row.problems())
                            .containsExactly(RowProblem.of(
                                    ProblemCode.SAME_NUMBER_OTHER_NAME, Column.ID_NUMBER, "2", "阿木 · 里坡"));
                });
        assertThat(entering(season, roster)).containsExactly(2);
    }

    @Test
    void everyRowIsCountedOnceAsAcceptableOrRejected() {
        CountySeason season = counties.fresh(2021);
        Listed sound = season.person();
        Listed old = season.person();
        UUID roster = season.uploaded(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                sound,
                sound,
                sound.called("李小红"),
                season.person().numbered(CountySeason.broken(sound.number())),
                season.person().as("待定"),
                old.numbered(old.number().substring(0, 6) + old.number().substring(8, 17)));

        assertThat(season.roster(roster).rows()).isEqualTo(new RowCounts(6, 3, 3, 1));
        assertThat(season.clerk(() -> desk.countRows(roster, ALL))).isEqualTo(6);
        assertThat(season.rows(roster, ALL).stream().filter(RowView::acceptable))
                .hasSize(3);
        assertThat(entering(season, roster)).containsExactly(2);
    }

    @Test
    void theFileComesBackByteForByteHoweverManyPartsItIsKeptIn(@TempDir Path folder) throws IOException {
        CountySeason season = counties.fresh(2021);
        byte[] content = new byte[(2 << 16) + 17];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("large"), content);
        RosterUpload upload =
                new RosterUpload(season.county(), 2021, Department.HEALTH, RosterKind.FULL, file, "large", "officer");

        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        UUID stored = season.clerk(() -> new TransactionTemplate(transactions).execute(status -> {
            UUID id = files.store(upload, RosterFiles.sha256(file));
            files.copyTo(id, copy);
            return id;
        }));

        assertThat(copy.toByteArray()).isEqualTo(content);
        assertThat(season.owner()
                        .sql("select cipher from roster_file_part where file_id = ? order by part")
                        .param(stored)
                        .query(byte[].class)
                        .list())
                .hasSize(3)
                .first()
                .isNotEqualTo(Arrays.copyOf(content, 1 << 16));
    }

    private static List<Integer> entering(CountySeason season, UUID roster) {
        return season.owner()
                .sql("select row_number from roster_row where batch_id = ? and enters_register order by row_number")
                .param(roster)
                .query(Integer.class)
                .list();
    }
}
