package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhubao.settlement.SettledSeason.FEDERATION;
import static org.zhubao.settlement.SettledSeason.MEDICAL;
import static org.zhubao.settlement.SettledSeason.borneFen;
import static org.zhubao.settlement.SettledSeason.federation;
import static org.zhubao.settlement.SettledSeason.refusal;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/** A later sheet carries the differences to what earlier ones charged, with cause, clause and source in the ledger. */
@DatabaseTest
@ExtendWith(SetsTheClockBack.class)
@TestPropertySource(properties = "zhubao.test.own-database=intake")
class LaterSheetsTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private MovingSheets moving;

    @Autowired
    private SettableClock clock;

    private SettledSeason settled;

    @BeforeEach
    void remembersTheTime() {
        settled = new SettledSeason(settling);
    }

    @Test
    void whenAnotherFundBearsAPartOneSheetGivesBackWhatTheOtherCharges() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person().called("孙残疾");
        federation(season, person);
        season.run();
        settled.freeze(season, FEDERATION);
        season.accepted(person);
        season.run();

        assertThat(settled.draft(season, FEDERATION))
                .extracting(Draft::persons, Draft::differences, Draft::totalFen)
                .containsExactly(1, 1, -30_000L);
        Sheet back = settled.freeze(season, FEDERATION);
        settled.freeze(season, MEDICAL);

        assertThat(settled.lines(season, back))
                .extracting(SheetLine::fundFen, SheetLine::medicalAssistanceFen, SheetLine::paidAs, SheetLine::remark)
                .containsExactly(tuple(-30_000L, 30_000L, "低保-残疾人", "调整资金渠道（原已结算400.00元）"));
        assertThat(borneFen(season, FEDERATION)).isEqualTo(10_000);
        assertThat(borneFen(season, MEDICAL)).isEqualTo(30_000);
        assertThat(settled.draft(season, FEDERATION).persons()).isZero();
    }

    @Test
    void aFundInWhosePlaceAnotherWasChargedGivesBackHoweverLateItIsLearned() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person().called("孙换付");
        Listed kept = season.person().called("钱留下");
        federation(season, person, kept);
        season.run();
        settled.freeze(season, FEDERATION);
        clock.set(clock.instant().plusSeconds(1));
        federation(season, kept);
        season.accepted(person);
        season.run();
        settled.freeze(season, MEDICAL);
        clock.set(LocalDate.of(2025, 2, 10));
        UUID mistaken = season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.ADDITIONS,
                person.as("残疾人").disabled("肢体", "三级"));
        clock.set(clock.instant().plusSeconds(1));
        season.withdraw(mistaken);
        season.run();

        Sheet back = settled.freeze(season, FEDERATION);

        assertThat(settled.lines(season, back))
                .extracting(SheetLine::name, SheetLine::fundFen, SheetLine::remark)
                .containsExactly(tuple("孙换付", -40_000L, "调整资金渠道：已由其他资金承担（原已结算400.00元）"));
        assertThat(borneFen(season, FEDERATION)).as("for the other one").isEqualTo(40_000);
        assertThat(borneFen(season, MEDICAL)).isEqualTo(30_000);
    }

    @Test
    void whoeverIsRemovedBeforeTheCoverIsDeductedWithTheListThatRemovedThem() {
        CountySeason season = counties.fresh(2025);
        Listed kept = season.person().called("钱留下");
        season.accepted(kept, season.person().called("孙取消"));
        season.run();
        settled.freeze(season, MEDICAL);
        clock.set(clock.instant().plusSeconds(1));
        UUID removal = season.accepted(kept);
        season.run();

        Sheet deduction = settled.freeze(season, MEDICAL);

        assertThat(settled.lines(season, deduction))
                .extracting(SheetLine::name, SheetLine::fundFen, SheetLine::payableFen, SheetLine::remark)
                .containsExactly(tuple("孙取消", -30_000L, 40_000L, "核减：待遇开始前取消认定（原已结算300.00元）"));
        assertThat(deduction.totalFen()).isEqualTo(-30_000);
        assertThat(season.owner()
                        .sql("select batch_id from ledger_entry where county = ? and kind = 'DEDUCTION'")
                        .param(season.code())
                        .query(UUID.class)
                        .list())
                .containsExactly(removal);
        assertThat(borneFen(season, MEDICAL)).isEqualTo(30_000);
    }

    @Test
    void whoeverDiedBeforeTheCoverIsDeductedHoweverLateItIsToldAndByTheRowThatTellsIt() {
        CountySeason season = counties.fresh(2025);
        Listed dead = season.person().called("孙去世");
        Listed later = season.person().called("李后去世");
        season.accepted(dead, later, season.person().called("钱在世"));
        season.run();
        settled.freeze(season, MEDICAL);
        clock.set(LocalDate.of(2025, 2, 10));
        UUID list = season.accepted(
                Department.CIVIL_AFFAIRS,
                RosterKind.DEATHS,
                RosterWorkbook.deaths(Map.of(dead, LocalDate.of(2024, 12, 30), later, LocalDate.of(2025, 1, 3))));
        season.run();

        Sheet deduction = settled.freeze(season, MEDICAL);

        assertThat(settled.lines(season, deduction))
                .extracting(
                        SheetLine::name,
                        SheetLine::fundFen,
                        SheetLine::payableFen,
                        SheetLine::clause,
                        SheetLine::remark)
                .containsExactly(tuple("孙去世", -30_000L, 0L, "四（一）1", "核减：待遇开始前死亡（原已结算300.00元）"));
        assertThat(season.owner()
                        .sql(
                                "select batch_id, row_number in (2, 3) as in_list, cause from ledger_entry where county = ? and kind = 'DEDUCTION'")
                        .param(season.code())
                        .query()
                        .singleRow())
                .containsEntry("batch_id", list)
                .containsEntry("in_list", true)
                .containsEntry("cause", "DEATH");
        assertThat(refusal(() -> season.withdraw(list))).isEqualTo("roster.settled");
    }

    @Test
    void whatWasKnownBeforeTheCoverIsDeductedHoweverLateItIsSettled() {
        CountySeason season = counties.fresh(2025);
        Listed kept = season.person().called("钱留下");
        season.accepted(kept, season.person().called("孙取消"));
        season.run();
        settled.freeze(season, MEDICAL);
        clock.set(LocalDate.of(2024, 12, 30));
        season.accepted(kept);
        clock.set(LocalDate.of(2025, 2, 10));
        season.run();

        assertThat(settled.lines(season, settled.freeze(season, MEDICAL)))
                .extracting(SheetLine::name, SheetLine::fundFen, SheetLine::clause, SheetLine::remark)
                .containsExactly(tuple("孙取消", -30_000L, "四（三）", "核减：待遇开始前取消认定（原已结算300.00元）"));
    }

    @Test
    void onceTheCoverHasBegunARemovalChangesNothingMore() {
        CountySeason season = counties.fresh(2025);
        Listed kept = season.person().called("钱留下");
        season.accepted(kept, season.person().called("孙取消"));
        season.run();
        settled.freeze(season, MEDICAL);
        clock.set(LocalDate.of(2025, 1, 10));
        season.accepted(kept);
        season.run();

        assertThat(settled.draft(season, MEDICAL))
                .as("the run still grants it, so that there is no difference to keep")
                .extracting(Draft::persons, Draft::kept, Draft::totalFen)
                .containsExactly(0, 0, 0L);
        assertThat(refusal(() -> settled.freeze(season, MEDICAL))).isEqualTo("settlement.nobody-left");
        assertThat(borneFen(season, MEDICAL)).isEqualTo(60_000);
    }

    @Test
    void whoeverComesBackAfterADeductionIsChargedAgain() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person();
        Listed other = season.person();
        season.accepted(person, other);
        season.run();
        settled.freeze(season, MEDICAL);
        clock.set(clock.instant().plusSeconds(1));
        season.accepted(other);
        season.run();
        settled.freeze(season, MEDICAL);
        clock.set(clock.instant().plusSeconds(1));
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, person);
        season.run();

        Sheet again = settled.freeze(season, MEDICAL);

        assertThat(settled.lines(season, again))
                .extracting(SheetLine::idNumber, SheetLine::fundFen, SheetLine::remark)
                .containsExactly(tuple(person.number(), 30_000L, ""));
        assertThat(borneFen(season, MEDICAL)).isEqualTo(60_000);
    }

    @Test
    void aSheetToWhichALaterOneCarriesDifferencesIsTakenBackAfterThatOne() {
        CountySeason season = counties.fresh(2025);
        Listed other = season.person();
        season.accepted(season.person(), other);
        season.run();
        Sheet first = settled.freeze(season, MEDICAL);
        clock.set(clock.instant().plusSeconds(1));
        season.accepted(other);
        season.run();
        Sheet deduction = settled.freeze(season, MEDICAL);

        assertThat(refusal(() -> revoke(season, first))).isEqualTo("settlement.built-upon");
        revoke(season, deduction);
        revoke(season, first);

        assertThat(borneFen(season, MEDICAL)).isZero();
    }

    private void revoke(CountySeason season, Sheet sheet) {
        season.clerkDoes(() -> moving.revoke(sheet, "mistaken", "clerk"));
    }

    @Test
    void noEntryIsOutOfBalanceAndNoneRestsOnABalanceAlreadyChanged() {
        CountySeason season = counties.fresh(2025);
        season.accepted(season.person());
        season.run();
        settled.freeze(season, MEDICAL);

        assertThatThrownBy(() -> season.owner()
                        .sql(
                                """
                                insert into ledger_line
                                select region, entry_id, 3, county, benefit_year, 'FUND', fund, null, 1, 0
                                from ledger_line where county = ? and position = 1
                                """)
                        .param(season.code())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("debits and credits");
        assertThatThrownBy(() -> season.owner()
                        .sql(
                                """
                                insert into ledger_entry (region, id, county, benefit_year, fund, kind, cause, person_id,
                                    nth, entered_by, entered_at)
                                select region, gen_random_uuid(), county, benefit_year, fund, kind, cause, person_id,
                                    nth, entered_by, entered_at from ledger_entry where county = ?
                                """)
                        .param(season.code())
                        .update())
                .hasMessageContaining("ledger_entry_one_by_one");
    }
}
