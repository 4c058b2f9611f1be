package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhubao.settlement.SettledSeason.borneFen;
import static org.zhubao.settlement.SettledSeason.owedFen;
import static org.zhubao.settlement.SettledSeason.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.LedgerBook.Balance;
import org.zhubao.support.CountySeason;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OwnNotice;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/** A fund pays a share of what is expected by a day, and later what is really due less that, person by person. */
@DatabaseTest
@ExtendWith(SetsTheClockBack.class)
@TestPropertySource(properties = "zhubao.test.own-database=review")
class AdvanceTests {

    private static final String PROVINCE = "province";
    private static final String COUNTY = "county";
    private static final String ADVANCE = "预拨70%";

    @Autowired
    private OwnNotice notice;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private MovingSheets moving;

    @Autowired
    private LedgerBook book;

    @Autowired
    private SettableClock clock;

    private SettledSeason settled;
    private CountySeason season;

    @BeforeEach
    void aCountyOfThatNotice() {
        settled = new SettledSeason(settling);
        season = notice.season();
    }

    @Test
    void untilItsDayTheFundIsChargedTheAdvanceOfWhatIsExpectedOnce() {
        season.accepted(season.person(), season.person().as("特困人员"));
        season.run();

        Draft draft = settled.draft(season, PROVINCE);
        assertThat(draft.advance()).isNotNull();
        assertThat(draft.title()).endsWith("（预拨70%，2025年12月31日前清算）");
        Sheet sheet = settled.freeze(season, PROVINCE);

        assertThat(settled.lines(season, sheet))
                .extracting(SheetLine::fundFen, SheetLine::payableFen, SheetLine::clause, SheetLine::remark)
                .containsExactlyInAnyOrder(tuple(12_600L, 10_000L, "三", ADVANCE), tuple(16_800L, 0L, "三", ADVANCE));
        assertThat(refusal(() -> settled.freeze(season, PROVINCE))).isEqualTo("settlement.nobody-left");
        assertThat(settled.draft(season, COUNTY).advance())
                .as("the county pays no advance")
                .isNull();
        assertThat(settled.draft(season, COUNTY).totalFen()).isEqualTo(12_000 + 16_000);
    }

    @Test
    void whoeverIsRecognisedMeanwhileIsAdvancedMoreAndWhoeverIsNotLess() {
        Listed better = season.person();
        Listed gone = season.person();
        season.accepted(better, gone);
        season.run();
        settled.freeze(season, PROVINCE);
        clock.set(LocalDate.of(2025, 2, 10));
        season.accepted(better.as("特困人员"));
        season.run();

        assertThat(settled.lines(season, settled.freeze(season, PROVINCE)))
                .extracting(SheetLine::idNumber, SheetLine::fundFen, SheetLine::remark)
                .containsExactlyInAnyOrder(
                        tuple(better.number(), 4_200L, ADVANCE + "（原已结算126.00元）"),
                        tuple(gone.number(), -12_600L, ADVANCE + "（原已结算126.00元）"));
    }

    @Test
    void afterThatDayTheSheetCarriesWhatIsDueLessTheAdvanceWithCauseAndClause() {
        Listed same = season.person();
        Listed worse = season.person().as("特困人员");
        Listed gone = season.person();
        season.accepted(same, worse, gone);
        season.run();
        settled.freeze(season, PROVINCE);
        clock.set(LocalDate.of(2025, 6, 1));
        Listed late = season.person();
        season.accepted(same, worse.as("低保"), late);
        season.run();

        Sheet trueUp = settled.freeze(season, PROVINCE);

        assertThat(trueUp.title()).doesNotContain("预拨");
        assertThat(settled.lines(season, trueUp))
                .extracting(SheetLine::idNumber, SheetLine::fundFen, SheetLine::remark)
                .containsExactlyInAnyOrder(
                        tuple(same.number(), 5_400L, "清算：应付180.00元（原已结算126.00元）"),
                        tuple(worse.number(), 1_200L, "清算：应付180.00元（原已结算168.00元）"),
                        tuple(gone.number(), -12_600L, "清算：应付0.00元（原已结算126.00元）"),
                        tuple(late.number(), 18_000L, ""));
        assertThat(season.owner()
                        .sql(
                                "select distinct cause || ' ' || clause from ledger_entry where county = ? and kind = 'TRUE_UP'")
                        .param(season.code())
                        .query(String.class)
                        .list())
                .containsExactly("ADVANCE_SETTLED 三");
        assertThat(borneFen(season, PROVINCE)).isEqualTo(3 * 18_000);
        assertThat(settled.lines(season, trueUp))
                .filteredOn(line -> line.idNumber().equals(same.number()))
                .extracting(SheetLine::medicalAssistanceFen)
                .as("nothing changes for the other fund")
                .containsExactly(0L);
    }

    @Test
    void anAdvanceThatIsTakenBackIsDueInFullAfterItsDay() {
        season.accepted(season.person());
        season.run();
        Sheet advance = settled.freeze(season, PROVINCE);
        season.clerkDoes(() -> moving.revoke(advance, "mistaken", "clerk"));
        clock.set(LocalDate.of(2025, 4, 1));

        assertThat(settled.lines(season, settled.freeze(season, PROVINCE)))
                .extracting(SheetLine::fundFen, SheetLine::remark)
                .containsExactly(tuple(18_000L, ""));
    }

    @Test
    void oneFundOwesAnotherThatPaidInItsPlaceUntilItsSheetIsPaid() {
        season.accepted(season.person());
        season.run();
        Sheet sheet = settled.freeze(season, PROVINCE);

        assertThat(claims()).containsExactly(Map.entry(COUNTY, 12_600L), Map.entry(PROVINCE, -12_600L));
        season.clerkDoes(() -> {
            moving.approve(sheet.id(), "reviewer");
            moving.pay(sheet.id(), LocalDate.of(2024, 12, 19), "2024-17", "finance");
        });

        assertThat(claims()).containsExactly(Map.entry(COUNTY, 0L), Map.entry(PROVINCE, 0L));
        assertThat(owedFen(season, PROVINCE)).isZero();
    }

    @Test
    void aVoidSheetLeavesNoClaim() {
        season.accepted(season.person());
        season.run();
        Sheet sheet = settled.freeze(season, PROVINCE);
        season.clerkDoes(() -> moving.revoke(sheet, "mistaken", "clerk"));

        assertThat(claims()).containsExactly(Map.entry(COUNTY, 0L), Map.entry(PROVINCE, 0L));
    }

    @Test
    void theDeadAreDeductedFromTheAdvance() {
        Listed dead = season.person();
        season.accepted(dead);
        season.run();
        settled.freeze(season, PROVINCE);
        season.accepted(
                Department.CIVIL_AFFAIRS,
                RosterKind.DEATHS,
                RosterWorkbook.deaths(Map.of(dead, LocalDate.of(2024, 12, 1))));
        season.run();

        assertThat(settled.lines(season, settled.freeze(season, PROVINCE)))
                .extracting(SheetLine::fundFen, SheetLine::remark)
                .containsExactly(tuple(-12_600L, "核减：待遇开始前死亡（原已结算126.00元）"));
    }

    private Map<String, Long> claims() {
        return season.clerk(() -> book.balances(season.code(), 2025, List.of(PROVINCE, COUNTY))).stream()
                .collect(Collectors.toMap(Balance::fund, Balance::claimFen, (a, b) -> a, TreeMap::new));
    }
}
