package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterDesk.RowFilter;
import org.zhubao.site.WorkFolder;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** The department gets its own file back. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=intake")
class AnnotatedRostersTests {

    private static final RowFilter WITH_PROBLEMS = new RowFilter(null, false);
    private static final int NUMBER = 4;
    private static final int FINDINGS = 10;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private AnnotatedRosters annotated;

    @Autowired
    private RosterDesk desk;

    @Autowired
    private SettableClock clock;

    @Autowired
    private WorkFolder folder;

    @Test
    void everyFindingStandsBesideItsRowAndSaysWhatToDo() throws IOException {
        CountySeason season = counties.fresh(2021);
        Listed wrong = season.person();
        String broken = CountySeason.broken(wrong.number());
        UUID roster = season.uploaded(
                Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person(), wrong.numbered(broken), season.person());

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(findings(season, roster)))) {
            XSSFRow row = workbook.getSheetAt(0).getRow(2);
            assertThat(row.getCell(NUMBER).getStringCellValue()).isEqualTo(broken);
            assertThat(row.getCell(FINDINGS).getStringCellValue())
                    .contains("校验")
                    .contains("请对照证件改正")
                    .doesNotContain(broken);
            assertThat((Object) workbook.getSheetAt(0).getRow(1).getCell(FINDINGS))
                    .isNull();
        }
    }

    @Test
    void aCorrectedCopyShowsOnlyWhatIsLeft() throws IOException {
        CountySeason season = counties.fresh(2021);
        Listed first = season.person();
        Listed second = season.person();
        UUID roster = season.uploaded(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                first.numbered(CountySeason.broken(first.number())),
                second.as("待定"));

        clock.set(clock.instant().plusSeconds(1));
        UUID corrected = season.upload(
                Department.CIVIL_AFFAIRS, RosterKind.FULL, corrected(findings(season, roster), first.number()));

        assertThat(season.rows(corrected, WITH_PROBLEMS)).singleElement().satisfies(row -> {
            assertThat(row.rowNumber()).isEqualTo(3);
            assertThat(row.problems()).extracting(RowProblem::code).containsExactly(ProblemCode.UNKNOWN_IDENTITY);
        });
        assertThat(progress(season, corrected)).contains(new RosterProgress("civil-affairs.xlsx", 1, 1, 0));
        assertThat(progress(season, roster)).isEmpty();
    }

    @Test
    void noCopyOfTheFileIsLeftOnTheDisk() throws IOException {
        CountySeason season = counties.fresh(2021);
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());

        findings(season, roster);

        assertThat(folder.path()).isEmptyDirectory();
    }

    private Optional<RosterProgress> progress(CountySeason season, UUID roster) {
        return season.clerk(() -> desk.progress(desk.find(roster).orElseThrow()));
    }

    private byte[] findings(CountySeason season, UUID roster) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        season.clerkDoes(() -> {
            try {
                annotated.write(roster, Locale.SIMPLIFIED_CHINESE, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toByteArray();
    }

    private static byte[] corrected(byte[] workbook, String number) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.getSheetAt(0).getRow(1).getCell(NUMBER).setCellValue(number);
            book.write(out);
            return out.toByteArray();
        }
    }
}
