package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhubao.settlement.SettledSeason.borneFen;
import static org.zhubao.settlement.SettledSeason.owedFen;
import static org.zhubao.settlement.SettledSeason.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.support.CountySeason;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OwnNotice;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/** Where the notice is silent about what follows after payment, one person proposes and another confirms. */
@DatabaseTest
@ExtendWith(SetsTheClockBack.class)
@TestPropertySource(properties = "zhubao.test.own-database=review")
class OpenCasesTests {

    private static final String COUNTY = "county";

    @Autowired
    private OwnNotice notice;

    @Autowired
    private OpenCases cases;

    @Autowired
    private CaseDecisions decisions;

    @Autowired
    private DecidingCases deciding;

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
    private Listed kept;
    private Listed gone;
    private UUID list;

    @BeforeEach
    void somebodyIsRemovedAfterTheCoverHasBegun() {
        settled = new SettledSeason(settling);
        season = notice.season();
        kept = season.person().called("钱留下");
        gone = season.person().called("孙取消");
        season.accepted(kept, gone);
        season.run();
        settled.freeze(season, COUNTY);
        clock.set(LocalDate.of(2025, 2, 10));
        list = season.accepted(kept);
        season.run();
    }

    @Test
    void theCaseIsListedWithWhatWasChargedWhatIsDueAndTheListItGoesBackTo() {
        assertThat(season.clerk(() -> cases.counts(season.county(), 2025))).containsEntry(COUNTY, 1);
        assertThat(open()).singleElement().satisfies(open -> {
            assertThat(open)
                    .extracting(OpenCase::name, OpenCase::chargedFen, OpenCase::dueFen, OpenCase::batchId)
                    .containsExactly("孙取消", 12_000L, 0L, list);
            assertThat(open.maskedNumber()).contains("****").doesNotContain(gone.number());
        });
    }

    @Test
    void thatWhatWasChargedStaysMovesNoMoneyAndHoldsAtOnce() {
        propose(CaseVerdict.KEEP);

        assertThat(open()).isEmpty();
        assertThat(settled.draft(season, COUNTY))
                .extracting(Draft::persons, Draft::kept, Draft::open)
                .containsExactly(0, 1, 0);
        assertThat(borneFen(season, COUNTY)).isEqualTo(24_000);
    }

    @Test
    void toSettleTakesTwoAndStandsOnTheNextSheetAsDecided() {
        propose(CaseVerdict.SETTLE);
        assertThat(open()).singleElement().matches(OpenCase::waiting);
        assertThat(refusal(() -> settled.freeze(season, COUNTY))).isEqualTo("settlement.nobody-left");
        assertThat(refusal(() -> propose(CaseVerdict.KEEP))).isEqualTo("settlement.case.waits");
        assertThat(refusal(() -> confirm("clerk"))).isEqualTo("four-eyes");

        confirm("reviewer");

        assertThat(settled.lines(season, settled.freeze(season, COUNTY)))
                .extracting(SheetLine::name, SheetLine::fundFen, SheetLine::remark)
                .containsExactly(tuple("孙取消", -12_000L, "核减：按个案决定（原已结算120.00元）"));
        assertThat(open()).isEmpty();
        assertThat(refusal(() -> confirm("reviewer"))).isEqualTo("settlement.case.not-open");
    }

    @Test
    void whatIsRefusedLeavesTheCaseOpen() {
        propose(CaseVerdict.SETTLE);
        UUID id = decision().id();
        season.clerkDoes(() -> deciding.refuse(season.county(), 2025, id, "reviewer"));

        assertThat(open()).singleElement().matches(open -> !open.waiting());
        assertThat(decision().confirmed()).isFalse();
    }

    @Test
    void aDecisionIsAboutTheAmountsItWasMadeForAndAboutNoOthers() {
        propose(CaseVerdict.KEEP);
        clock.set(LocalDate.of(2025, 3, 1));
        season.accepted(kept, gone.as("特困人员"));
        season.run();

        assertThat(open())
                .extracting(OpenCase::name, OpenCase::chargedFen, OpenCase::dueFen)
                .containsExactly(tuple("孙取消", 12_000L, 16_000L));
    }

    @Test
    void aCaseThatIsAnotherByNowIsNotConfirmed() {
        propose(CaseVerdict.SETTLE);
        clock.set(LocalDate.of(2025, 3, 1));
        season.accepted(kept, gone);
        season.run();

        assertThat(refusal(() -> confirm("reviewer"))).isEqualTo("settlement.case.not-open");
    }

    @Test
    void whatGoesOnToTheNextYearIsSettledInThisOneAndStandsOnTheNextOnesSheet() {
        propose(CaseVerdict.NEXT_YEAR);
        confirm("reviewer");
        assertThat(open()).isEmpty();
        assertThat(settled.draft(season, COUNTY).settledBefore())
                .as("nothing is charged for them any more")
                .isEqualTo(1);
        assertThat(owedFen(season, COUNTY)).as("the sheet of this year stays").isEqualTo(24_000);

        CountySeason next = notice.yearAfter(season);
        next.accepted(kept);
        next.run();
        Sheet sheet = settled.freeze(next, COUNTY);

        assertThat(settled.lines(next, sheet))
                .extracting(SheetLine::name, SheetLine::fundFen, SheetLine::remark)
                .containsExactly(tuple("孙取消", -12_000L, "上年结转2025年（原已结算120.00元）"), tuple("钱留下", 12_000L, ""));
        assertThat(owedFen(season, COUNTY)).as("over both years").isEqualTo(24_000);
        assertThat(season.clerk(() -> book.entries(season.code(), 2026, List.of(COUNTY), EntryKind.CARRIED, 0, 9)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.cause()).isEqualTo(EntryCause.DECIDED);
                    assertThat(entry.batchId()).isEqualTo(list);
                    assertThat(entry.fen()).isEqualTo(-12_000);
                });
        assertThat(season.clerk(() -> book.entries(season.code(), 2025, List.of(COUNTY), EntryKind.CARRIED, 0, 9)))
                .extracting(LedgerBook.Entry::name, LedgerBook.Entry::fen, LedgerBook.Entry::sheetId)
                .containsExactly(tuple("孙取消", -12_000L, null));
    }

    @Test
    void whatWasCarriedIsDueAgainWhenItsSheetIsTakenBackAndNeverTwice() {
        propose(CaseVerdict.NEXT_YEAR);
        confirm("reviewer");
        CountySeason next = notice.yearAfter(season);
        next.accepted(kept);
        next.run();
        Sheet sheet = settled.freeze(next, COUNTY);
        assertThat(refusal(() -> settled.freeze(next, COUNTY))).isEqualTo("settlement.nobody-left");

        next.clerkDoes(() -> moving.revoke(sheet, "mistaken", "clerk"));

        assertThat(settled.freeze(next, COUNTY).totalFen()).isZero();
        assertThat(settled.freeze(next, "province").totalFen()).isPositive();
    }

    @Test
    void aSheetWhoseDifferenceWasCarriedOnIsNotTakenBack() {
        propose(CaseVerdict.NEXT_YEAR);
        confirm("reviewer");
        Sheet first = season.clerk(() -> settling.sheets(season.county(), 2025)).get(0);

        assertThat(refusal(() -> season.clerkDoes(() -> moving.revoke(first, "mistaken", "clerk"))))
                .isEqualTo("settlement.built-upon");
    }

    private List<OpenCase> open() {
        return season.clerk(() -> cases.list(season.county(), 2025, COUNTY, 0, 10));
    }

    private void propose(CaseVerdict verdict) {
        List<UUID> people = open().stream().map(OpenCase::personId).toList();
        season.clerkDoes(() -> deciding.propose(season.county(), 2025, COUNTY, people, verdict, "会议纪要", "clerk"));
    }

    private void confirm(String by) {
        UUID id = decision().id();
        season.clerkDoes(() -> deciding.confirm(season.county(), 2025, id, by));
    }

    private CaseDecision decision() {
        return season.clerk(() -> decisions.newest(season.code(), 2025, 10)).get(0);
    }
}
