package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.settlement.SettledSeason.MEDICAL;
import static org.zhubao.settlement.SettledSeason.borneFen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OwnNotice;
import org.zhubao.support.SettableClock;
import org.zhubao.support.WhileHeld;

/** Of two who do at once what does not go together, one has an effect and the other is told so. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class AtOnceTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private OwnNotice notice;

    @Autowired
    private SubmittingRosters submitting;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private MovingSheets moving;

    @Autowired
    private OpenCases cases;

    @Autowired
    private CaseDecisions decisions;

    @Autowired
    private DecidingCases deciding;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SettableClock clock;

    private SettledSeason settled;
    private Instant before;

    @BeforeEach
    void remembersTheTime() {
        before = clock.instant();
        settled = new SettledSeason(settling);
    }

    @AfterEach
    void setsTheClockBack() {
        clock.set(before);
    }

    @Test
    void whoeverApprovesASheetThatIsBeingTakenBackIsToldThatItHasMovedOn() {
        CountySeason season = counties.fresh(2025);
        Sheet sheet = sheet(season);

        assertThat(held(season)
                        .answer(
                                () -> moving.revoke(sheet, "wrong list", "clerk"),
                                () -> moving.approve(sheet.id(), "reviewer")))
                .isEqualTo("409 settlement.moved-on");
        assertThat(settled.now(season, sheet).status()).isEqualTo(SheetStatus.VOID);
        assertThat(borneFen(season, MEDICAL)).isZero();
    }

    @Test
    void ofTwoApprovalsOneCounts() {
        CountySeason season = counties.fresh(2025);
        Sheet sheet = sheet(season);

        assertThat(held(season)
                        .answer(() -> moving.approve(sheet.id(), "first"), () -> moving.approve(sheet.id(), "second")))
                .isEqualTo("409 settlement.moved-on");
        Signature approved = settled.now(season, sheet).standing().approved();
        assertThat(approved).isNotNull().extracting(Signature::by).isEqualTo("first");
    }

    @Test
    void noSheetIsFrozenByAListThatIsBeingWithdrawn() {
        CountySeason season = counties.fresh(2025);
        UUID roster = season.accepted(season.person());
        season.run();
        clock.set(clock.instant().plusSeconds(1));

        assertThat(held(season)
                        .answer(
                                () -> submitting.withdraw(roster, "clerk", "sent by mistake"),
                                () -> settling.freeze(season.county(), 2025, MEDICAL, "clerk")))
                .isEqualTo("409 settlement.roster-withdrawn");
        assertThat(borneFen(season, MEDICAL)).isZero();
    }

    @Test
    void noListIsWithdrawnByWhichASheetIsBeingFrozen() {
        CountySeason season = counties.fresh(2025);
        UUID roster = season.accepted(season.person());
        season.run();

        assertThat(held(season)
                        .answer(
                                () -> settling.freeze(season.county(), 2025, MEDICAL, "clerk"),
                                () -> submitting.withdraw(roster, "clerk", "sent by mistake")))
                .isEqualTo("409 roster.settled");
        assertThat(borneFen(season, MEDICAL)).isEqualTo(30_000);
    }

    @Test
    void ofTwoWhoConfirmTheSameDecisionOneCarriesTheMoney() {
        CountySeason season = notice.season();
        Listed kept = season.person();
        season.accepted(kept, season.person());
        season.run();
        settled.freeze(season, "county");
        clock.set(LocalDate.of(2025, 2, 10));
        season.accepted(kept);
        season.run();
        season.clerkDoes(() -> deciding.propose(
                season.county(),
                2025,
                "county",
                cases.list(season.county(), 2025, "county", 0, 9).stream()
                        .map(OpenCase::personId)
                        .toList(),
                CaseVerdict.NEXT_YEAR,
                "x",
                "clerk"));
        List<CaseDecision> waiting = season.clerk(() -> decisions.newest(season.code(), 2025, 9));
        Runnable confirm =
                () -> deciding.confirm(season.county(), 2025, waiting.get(0).id(), "reviewer");

        assertThat(held(season).answer(confirm, confirm)).startsWith("409 settlement.");
        assertThat(borneFen(season, "county")).isEqualTo(12_000);
    }

    private Sheet sheet(CountySeason season) {
        season.accepted(season.person());
        season.run();
        return settled.freeze(season, MEDICAL);
    }

    private WhileHeld held(CountySeason season) {
        return new WhileHeld(season, transactions);
    }
}
