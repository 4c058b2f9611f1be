package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.roster.ComparingRosters.Filter;
import org.zhubao.roster.ComparingRosters.Line;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** Two lists are compared with each other, not with the register, and whatever became of them. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class ComparingRostersTests {

    @Autowired
    private ComparingRosters comparing;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;
    private Listed gone;
    private UUID earlier;
    private UUID later;
    private UUID otherDepartments;

    @BeforeAll
    void twoListsThatWereSentBack(@Autowired CountySeasons counties) {
        season = counties.fresh(2021);
        Listed same = season.person().called("甲同");
        Listed moved = season.person().called("乙迁");
        Listed recognisedLater = season.person().called("丙改");
        gone = season.person().called("丁去").in(CountySeason.WEST);
        Listed come = season.person().called("戊来");
        Listed broken = season.person().called("己错");
        earlier = season.submitted(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                same,
                moved,
                recognisedLater,
                gone,
                broken.numbered(CountySeason.broken(broken.number())));
        season.giveBack(earlier, "incomplete");
        later = season.uploaded(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                come,
                recognisedLater.recognised(LocalDate.of(2020, 2, 2)),
                moved.in(CountySeason.WEST),
                same,
                same);
        otherDepartments = season.uploaded(
                Department.POVERTY_ALLEVIATION, RosterKind.FULL, season.person().as("边缘户"));
    }

    @Test
    void everybodyIsNewChangedGoneOrTheSameByTownship() {
        Preview counts = season.clerk(() -> comparing.counts(earlier, later));

        assertThat(counts)
                .extracting(Preview::added, Preview::changed, Preview::cancelled, Preview::unchanged)
                .containsExactly(1, 2, 1, 1);
        assertThat(counts.townships())
                .extracting(Preview.TownshipChanges::name, Preview.TownshipChanges::cancelled)
                .containsExactly(tuple(CountySeason.WEST, 1), tuple(CountySeason.EAST, 0));
    }

    @Test
    void theOtherWayRoundWhatWasNewIsGone() {
        Preview counts = season.clerk(() -> comparing.counts(later, earlier));

        assertThat(counts).extracting(Preview::added, Preview::cancelled).containsExactly(1, 1);
        assertThat(lines(later, earlier, new Filter(Change.ADDED, null)))
                .extracting(Line::name)
                .containsExactly("丁去");
    }

    @Test
    void thoseBehindANumberAreNamedWithTheirNumbersMasked() {
        assertThat(lines(earlier, later, Filter.DIFFERENT))
                .extracting(Line::name)
                .containsExactlyInAnyOrder("乙迁", "丙改", "丁去", "戊来");
        assertThat(lines(earlier, later, new Filter(null, CountySeason.EAST)))
                .extracting(Line::name)
                .containsExactlyInAnyOrder("丙改", "戊来");
        assertThat(lines(earlier, later, new Filter(Change.CANCELLED, null)))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.maskedNumber()).contains("********").isNotEqualTo(gone.number()));
    }

    @Test
    void thePageShowsThemAndTheWorkbookHoldsAllDifferences() throws Exception {
        String pair = "earlier=" + earlier + "&later=" + later;

        mvc.perform(get("/rosters/comparison?" + pair).with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(content().string(containsString("丁去")))
                .andExpect(content().string(not(containsString("甲同"))))
                .andExpect(content().string(not(containsString(gone.number()))));
        byte[] workbook = mvc.perform(
                        get("/rosters/comparison/workbook?" + pair).with(SignedIn.as(Role.CLERK, season.code())))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            Sheet sheet = opened.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(4);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("姓名");
        }
    }

    @Test
    void listsOfTwoDepartmentsAreNotComparedAndAnothersIsNotThere() throws Exception {
        mvc.perform(get("/rosters/comparison?earlier=" + earlier + "&later=" + otherDepartments)
                        .with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("两份名单须是同一个部门的")))
                .andExpect(content().string(containsString("value=\"" + earlier + "\" selected")));
        mvc.perform(get("/rosters/comparison/workbook?earlier=" + earlier + "&later=" + later)
                        .with(SignedIn.officerOf(Department.POVERTY_ALLEVIATION, season.code())))
                .andExpect(status().isNotFound());
    }

    private List<Line> lines(UUID earlier, UUID later, Filter filter) {
        List<Line> lines = season.clerk(() -> comparing.lines(earlier, later, filter, 0, 100));
        assertThat(season.clerk(() -> comparing.count(earlier, later, filter))).isEqualTo(lines.size());
        return lines;
    }
}
