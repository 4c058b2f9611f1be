package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterDesk.RowFilter;
import org.zhubao.roster.RosterTemplate.TemplateColumn;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** The empty lists departments fill in. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=intake")
class RosterTemplatesTests {

    private static final int FIRST_ROW = 2;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private RosterTemplates templates;

    @Autowired
    private RosterTemplateWriting writing;

    @ParameterizedTest
    @EnumSource
    void everyDepartmentsTemplateFilledInIsReadWithoutAFinding(Department department) throws IOException {
        CountySeason season = counties.fresh(2021);
        RosterTemplate template = template(season, department, RosterKind.FULL);
        TemplateColumn identity = column(template, Column.IDENTITY);
        if (identity.choices().isEmpty()) {
            return;
        }
        Listed person = season.person().as(identity.choices().get(0));

        UUID roster = season.upload(department, RosterKind.FULL, filled(template, person));

        assertThat(season.rows(roster, new RowFilter(null, true)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.rowNumber()).isEqualTo(FIRST_ROW + 1);
                    assertThat(row.problems()).isEmpty();
                    assertThat(row.identity()).isNotNull();
                });
    }

    @ParameterizedTest
    @CsvSource({"DEATHS, DIED_ON, 2020-11-05", "MOVES, MOVED_TO, 盐边县"})
    void theTemplateOfAnEventFilledInIsReadAndTheListShowsWhatHappened(RosterKind kind, Column column, String told)
            throws IOException {
        CountySeason season = counties.fresh(2021);
        RosterTemplate template = template(season, Department.CIVIL_AFFAIRS, kind);
        Map<Column, String> cells = new EnumMap<>(Map.of(
                Column.NAME, "王小明",
                Column.ID_NUMBER, season.person().number(),
                Column.DIED_ON, "2020-11-05",
                Column.MOVED_ON, "2020-11-05",
                Column.MOVED_TO, "盐边县"));

        UUID roster = season.upload(Department.CIVIL_AFFAIRS, kind, filled(template, cells));

        assertThat(season.rows(roster, new RowFilter(null, true)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.problems()).isEmpty();
                    assertThat(kind.tellingColumn()).isEqualTo(column);
                    assertThat(row.told()).isEqualTo(told);
                });
    }

    @Test
    void anEmptyTemplateIsRefusedAndItsExamplesAreNobody() {
        CountySeason season = counties.fresh(2021);
        RosterTemplate template = template(season, Department.CIVIL_AFFAIRS, RosterKind.FULL);

        assertThatThrownBy(() -> season.upload(Department.CIVIL_AFFAIRS, RosterKind.FULL, written(template)))
                .isInstanceOf(RosterFileRefused.class)
                .hasMessageContaining("no-rows");
    }

    @Test
    void identityNumbersAreTextAndTownshipsAreChosenFromTheCountysOwn() throws IOException {
        CountySeason season = counties.fresh(2021);
        RosterTemplate template = template(season, Department.CIVIL_AFFAIRS, RosterKind.FULL);

        assertThat(column(template, Column.TOWNSHIP).choices()).containsExactly(CountySeason.EAST, CountySeason.WEST);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written(template)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            int number = position(template, Column.ID_NUMBER);
            assertThat(sheet.getColumnStyle(number).getDataFormatString())
                    .as("the whole column, as far as anybody may paste")
                    .isEqualTo("@");
            assertThat(sheet.getLastRowNum()).as("no cell stands in the way").isLessThan(FIRST_ROW);
            assertThat(sheet.getDataValidations()).anySatisfy(list -> assertThat(
                            list.getRegions().getCellRangeAddress(0).getFirstColumn())
                    .isEqualTo(position(template, Column.TOWNSHIP)));
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex("选项"))).isTrue();
        }
    }

    @Test
    void theTemplateNamesThePolicyItWasMadeFor() {
        RosterTemplate template = template(counties.fresh(2021), Department.HEALTH, RosterKind.REMOVALS);

        assertThat(template.notes()).last().asString().contains("2021年度").containsPattern("[0-9a-f]{12}$");
    }

    private RosterTemplate template(CountySeason season, Department department, RosterKind kind) {
        return season.clerk(
                () -> templates.of(season.county(), season.year(), department, kind, Locale.SIMPLIFIED_CHINESE));
    }

    private static TemplateColumn column(RosterTemplate template, Column column) {
        return template.columns().get(position(template, column));
    }

    private static int position(RosterTemplate template, Column column) {
        return template.columns().stream().map(TemplateColumn::column).toList().indexOf(column);
    }

    private byte[] written(RosterTemplate template) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.write(template, out);
        return out.toByteArray();
    }

    private byte[] filled(RosterTemplate template, Listed person) throws IOException {
        return filled(
                template,
                Map.of(
                        Column.TOWNSHIP, person.township(),
                        Column.NAME, person.name(),
                        Column.ID_NUMBER, person.number(),
                        Column.IDENTITY, person.identity()));
    }

    private byte[] filled(RosterTemplate template, Map<Column, String> cells) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(template)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.getSheetAt(0);
            Row row = sheet.createRow(FIRST_ROW);
            for (TemplateColumn column : template.columns()) {
                row.getCell(position(template, column.column()), MissingCellPolicy.CREATE_NULL_AS_BLANK)
                        .setCellValue(cells.getOrDefault(column.column(), ""));
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
