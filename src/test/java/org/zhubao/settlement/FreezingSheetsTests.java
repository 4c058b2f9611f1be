package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** A frozen sheet charges what the run granted, charges nobody twice, and tells when somebody has changed it. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class FreezingSheetsTests {

    private static final String MEDICAL = "medical-assistance";
    private static final String FEDERATION = "federation";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    private CountySeason edited;

    @BeforeAll
    void aCountyWhoseSheetsAreEdited() {
        edited = counties.fresh(2025);
    }

    @Test
    void everyLineChargesTheShareOfTheFundToTheFen() {
        CountySeason season = counties.fresh(2025);
        Listed both = season.person().called("钱双重");
        Listed disabled = season.person().called("孙残疾");
        season.accepted(both, season.person().called("李低保"));
        federation(season, both, disabled);
        season.run();

        Sheet federation = freeze(season, FEDERATION);
        Sheet medical = freeze(season, MEDICAL);

        assertThat(lines(season, federation))
                .extracting(SheetLine::name, SheetLine::fundFen, SheetLine::medicalAssistanceFen, SheetLine::payableFen)
                .containsExactlyInAnyOrder(tuple("钱双重", 10_000L, 30_000L, 0L), tuple("孙残疾", 40_000L, 0L, 0L));
        assertThat(lines(season, medical))
                .extracting(SheetLine::name, SheetLine::fundFen, SheetLine::payableFen)
                .containsExactlyInAnyOrder(tuple("钱双重", 30_000L, 0L), tuple("李低保", 30_000L, 10_000L));
        assertThat(lines(season, federation))
                .filteredOn(line -> line.name().equals("孙残疾"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.idNumber()).isEqualTo(disabled.number());
                    assertThat(line.disabilityCategory()).isEqualTo("肢体");
                    assertThat(line.disabilityGrade()).isEqualTo("三级");
                });
        assertThat(federation.totalFen()).isEqualTo(50_000);
        assertThat(federation.lines()).isEqualTo(2);
    }

    @Test
    void nobodyIsChargedTwiceAndWhoeverComesLaterIsChargedAlone() {
        CountySeason season = counties.fresh(2025);
        Listed first = season.person();
        Listed later = season.person();
        season.accepted(first);
        season.run();
        Sheet sheet = freeze(season, MEDICAL);

        assertThat(freezeOrRefusal(season, MEDICAL)).isEqualTo("settlement.nobody-left");
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, later);
        assertThat(freezeOrRefusal(season, MEDICAL))
                .as("no run knows the newcomer yet")
                .isEqualTo("settlement.nobody-left");
        season.run();
        assertThat(season.clerk(() -> settling.drafts(season.county(), 2025)))
                .filteredOn(draft -> draft.fund().equals(MEDICAL))
                .extracting(Draft::persons, Draft::totalFen, Draft::settledBefore)
                .containsExactly(tuple(1, 30_000L, 1));
        Sheet second = freeze(season, MEDICAL);

        assertThat(lines(season, second)).extracting(SheetLine::idNumber).containsExactly(later.number());
        assertThat(lines(season, sheet)).extracting(SheetLine::idNumber).containsExactly(first.number());
        assertThat(List.of(sheet.number(), second.number()))
                .containsExactly(
                        season.code() + "-2025-medical-assistance-01", season.code() + "-2025-medical-assistance-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remark = '改过'",
                "name = name || '某'",
                "paid_as = '特困人员'",
                "fund_fen = fund_fen - 1, payable_fen = payable_fen + 1",
                "number_cipher = (select l.number_cipher from settlement_line l"
                        + " where l.sheet_id = settlement_line.sheet_id and l.sequence = 2)"
            })
    void anEditedLineIsNoticed(String edit) {
        Sheet sheet = soundSheet(edited);

        edited.owner()
                .sql("update settlement_line set " + edit + " where sheet_id = ? and sequence = 1")
                .param(sheet.id())
                .update();

        assertThat(edited.clerk(() -> settling.isIntact(sheet))).isFalse();
    }

    @Test
    void aMissingLineIsNoticed() {
        Sheet sheet = soundSheet(edited);

        edited.owner()
                .sql("delete from settlement_line where sheet_id = ? and sequence = 2")
                .param(sheet.id())
                .update();

        assertThat(edited.clerk(() -> settling.isIntact(sheet))).isFalse();
    }

    /** A new sheet of two people, whoever was charged in the county before. */
    private Sheet soundSheet(CountySeason season) {
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person(), season.person());
        season.run();
        Sheet sheet = freeze(season, MEDICAL);
        assertThat(season.clerk(() -> settling.isIntact(sheet))).isTrue();
        return sheet;
    }

    @Test
    void linesStandByTownshipAndWithoutGaps() {
        CountySeason season = counties.fresh(2025);
        season.accepted(
                season.person().called("王西").in(CountySeason.WEST),
                season.person().called("王东二"),
                season.person().called("王无").in(""),
                season.person().called("王东一"));
        season.run();

        List<SheetLine> lines = lines(season, freeze(season, MEDICAL));

        assertThat(lines).extracting(SheetLine::sequence).containsExactly(1, 2, 3, 4);
        assertThat(lines)
                .extracting(SheetLine::townshipName)
                .containsExactly(CountySeason.EAST, CountySeason.EAST, CountySeason.WEST, "");
    }

    @Test
    void theWorkbookOpensAndHoldsEveryLineWithTheWholeNumber() throws IOException {
        CountySeason season = counties.fresh(2025);
        Listed one = season.person().called("钱一");
        Listed two = season.person().called("钱二");
        federation(season, one, two);
        season.run();
        Sheet sheet = freeze(season, FEDERATION);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        season.clerkDoes(() -> settling.write(sheet, season.county(), SheetFormat.XLSX, out));

        List<String> cells = cells(out.toByteArray());
        assertThat(cells).contains("钱一", one.number(), "钱二", two.number(), "攀枝花市资助残疾人参加城乡居民基本医疗保险费用结算明细表");
        assertThat(cells).contains("800.00");
    }

    @Test
    void beforeTheFirstRunThereIsNothingToFreeze() {
        CountySeason season = counties.fresh(2025);
        season.accepted(season.person());

        assertThat(freezeOrRefusal(season, MEDICAL)).isEqualTo("settlement.no-run");
        season.run();
        assertThat(freezeOrRefusal(season, "no-such-fund")).isEqualTo("no-such-page");
    }

    private static void federation(CountySeason season, Listed... people) {
        Listed[] certified = List.of(people).stream()
                .map(person -> person.as("残疾人").disabled("肢体", "三级"))
                .toArray(Listed[]::new);
        season.accepted(Department.DISABLED_FEDERATION, RosterKind.FULL, certified);
    }

    private Sheet freeze(CountySeason season, String fund) {
        return season.clerk(() -> {
            UUID id = settling.freeze(season.county(), season.year(), fund, "clerk");
            return settling.sheet(id, season.code()).orElseThrow();
        });
    }

    private String freezeOrRefusal(CountySeason season, String fund) {
        try {
            freeze(season, fund);
            return "frozen";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private List<SheetLine> lines(CountySeason season, Sheet sheet) {
        List<SheetLine> lines = new ArrayList<>();
        season.clerkDoes(() -> settling.read(sheet, stream -> stream.forEach(lines::add)));
        return lines;
    }

    private static List<String> cells(byte[] workbook) throws IOException {
        DataFormatter formatter = new DataFormatter();
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (Row row : book.getSheetAt(0)) {
                row.forEach(cell -> cells.add(formatter.formatCellValue(cell)));
            }
        }
        return cells;
    }
}
