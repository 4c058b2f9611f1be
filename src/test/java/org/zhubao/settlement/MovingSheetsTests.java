package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhubao.settlement.SettledSeason.FEDERATION;
import static org.zhubao.settlement.SettledSeason.MEDICAL;
import static org.zhubao.settlement.SettledSeason.borneFen;
import static org.zhubao.settlement.SettledSeason.federation;
import static org.zhubao.settlement.SettledSeason.owedFen;
import static org.zhubao.settlement.SettledSeason.refusal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** A frozen sheet goes from hand to hand: department, reviewer, finance; and back where nothing was paid. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=intake")
class MovingSheetsTests {

    private static final LocalDate PAID_ON = LocalDate.of(2024, 12, 1);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private MovingSheets moving;

    @Autowired
    private SettableClock clock;

    private SettledSeason settled;
    private CountySeason season;

    @BeforeEach
    void aCounty() {
        settled = new SettledSeason(settling);
        season = counties.fresh(2025);
    }

    @Test
    void aDepartmentsSheetIsConfirmedApprovedAndPaidByThreePeople() {
        Sheet sheet = federationSheet(2);

        assertThat(refused(() -> approve(sheet, "reviewer"))).isEqualTo("settlement.moved-on");
        season.clerkDoes(() -> moving.confirm(sheet.id(), "officer"));
        assertThat(refused(() -> approve(sheet, "clerk"))).isEqualTo("four-eyes");
        approve(sheet, "reviewer");
        assertThat(refused(() -> pay(sheet, "reviewer"))).isEqualTo("four-eyes");
        assertThat(owedFen(season, FEDERATION)).isEqualTo(80_000);
        pay(sheet, "finance");

        Standing standing = settled.now(season, sheet).standing();
        assertThat(standing.status()).isEqualTo(SheetStatus.PAID);
        assertThat(standing.voucher()).isEqualTo("2024-17");
        assertThat(standing.paidOn()).isEqualTo(PAID_ON);
        assertThat(owedFen(season, FEDERATION)).isZero();
        assertThat(borneFen(season, FEDERATION)).isEqualTo(80_000);
        assertThat(refused(() -> revoke(sheet))).isEqualTo("settlement.moved-on");
    }

    @Test
    void theDatabaseItselfWantsFourEyes() {
        Sheet sheet = federationSheet(1);
        season.clerkDoes(() -> moving.confirm(sheet.id(), "officer"));

        assertThatThrownBy(() -> season.owner()
                        .sql("update settlement_sheet set status = 'APPROVED', approved_by = frozen_by,"
                                + " approved_at = frozen_at where id = ?")
                        .param(sheet.id())
                        .update())
                .hasMessageContaining("settlement_sheet_four_eyes");
        assertThatThrownBy(() -> season.owner()
                        .sql("update settlement_sheet set status = 'PAID' where id = ?")
                        .param(sheet.id())
                        .update())
                .hasMessageContaining("settlement_sheet_signed");
    }

    @Test
    void aFundOfNoDepartmentIsApprovedAtOnce() {
        season.accepted(season.person());
        season.run();
        Sheet sheet = settled.freeze(season, MEDICAL);

        assertThat(refused(() -> season.clerkDoes(() -> moving.confirm(sheet.id(), "officer"))))
                .isEqualTo("settlement.moved-on");
        approve(sheet, "reviewer");

        assertThat(settled.now(season, sheet).status()).isEqualTo(SheetStatus.APPROVED);
    }

    @Test
    void aDisputedLineThatIsAnsweredStaysAndTheDepartmentConfirms() {
        Sheet sheet = federationSheet(2);
        dispute(sheet, 1);

        assertThat(refused(() -> dispute(sheet, 1))).isEqualTo("settlement.dispute.no-line");
        assertThat(refused(() -> dispute(sheet, 99))).isEqualTo("settlement.dispute.no-line");
        assertThat(refused(() -> season.clerkDoes(() -> moving.confirm(sheet.id(), "officer"))))
                .isEqualTo("settlement.moved-on");
        answer(sheet, 1, true);

        assertThat(settled.now(season, sheet).status()).isEqualTo(SheetStatus.FROZEN);
        season.clerkDoes(() -> moving.confirm(sheet.id(), "officer"));
    }

    @Test
    void linesThatLeaveComeWithTheSheetAfterTheOneThatReplacesIt() {
        Sheet sheet = federationSheet(3);
        String leaving = settled.lines(season, sheet).get(1).idNumber();
        dispute(sheet, 1);
        dispute(sheet, 2);
        answer(sheet, 1, true);
        assertThat(refused(() -> replace(sheet))).isEqualTo("settlement.dispute.open");
        answer(sheet, 2, false);

        Sheet replacement = replace(sheet);

        assertThat(settled.now(season, sheet).status()).isEqualTo(SheetStatus.VOID);
        assertThat(settled.lines(season, replacement)).hasSize(2).noneMatch(line -> line.idNumber()
                .equals(leaving));
        assertThat(borneFen(season, FEDERATION)).isEqualTo(80_000);
        Sheet next = settled.freeze(season, FEDERATION);
        assertThat(settled.lines(season, next)).extracting(SheetLine::idNumber).containsExactly(leaving);
        assertThat(borneFen(season, FEDERATION)).isEqualTo(120_000);
    }

    @Test
    void whereEveryLineLeavesTheSheetIsTakenBackAndNotReplaced() {
        Sheet sheet = federationSheet(1);
        dispute(sheet, 1);
        answer(sheet, 1, false);

        assertThat(refused(() -> replace(sheet))).isEqualTo("settlement.dispute.all-leave");
        assertThat(settled.now(season, sheet).status()).isEqualTo(SheetStatus.DISPUTED);
        revoke(sheet);
        assertThat(borneFen(season, FEDERATION)).isZero();
    }

    @Test
    void aSheetTakenBackLeavesNothingOwedAndItsPeopleAndListsFree() {
        Listed person = season.person();
        UUID roster = season.accepted(person);
        season.run();
        Sheet sheet = settled.freeze(season, MEDICAL);
        assertThat(refused(() -> season.withdraw(roster))).isEqualTo("roster.settled");

        revoke(sheet);

        assertThat(borneFen(season, MEDICAL)).isZero();
        assertThat(owedFen(season, MEDICAL)).isZero();
        Sheet again = settled.freeze(season, MEDICAL);
        assertThat(again.number()).endsWith("-02");
        assertThat(settled.lines(season, again)).extracting(SheetLine::idNumber).containsExactly(person.number());
        revoke(again);
        season.withdraw(roster);
    }

    @Test
    void nothingIsPaidTomorrow() {
        season.accepted(season.person());
        season.run();
        Sheet sheet = settled.freeze(season, MEDICAL);
        approve(sheet, "reviewer");

        assertThat(refused(() -> season.clerkDoes(
                        () -> moving.pay(sheet.id(), LocalDate.now(clock).plusDays(1), "1", "finance"))))
                .isEqualTo("settlement.paid-tomorrow");
    }

    @Test
    void ofTwentyWhoApproveVoidAndPayAtOnceOneIsHeardAndTheOthersAreToldSo() throws Exception {
        Sheet sheet = federationSheet(1);
        season.clerkDoes(() -> moving.confirm(sheet.id(), "officer"));
        ExecutorService people = Executors.newFixedThreadPool(20);
        try {
            List<Callable<String>> clicks = IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(
                            i -> () -> refused(i % 2 == 0 ? () -> approve(sheet, "r" + i) : () -> revoke(sheet)))
                    .toList();
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : people.invokeAll(clicks)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly("done", "settlement.moved-on");
            SheetStatus status = settled.now(season, sheet).status();
            long done = answers.stream().filter("done"::equals).count();
            assertThat(done).as("approved and then void, or void at once").isIn(1L, 2L);
            assertThat(status).isEqualTo(SheetStatus.VOID);
            assertThat(borneFen(season, FEDERATION)).isZero();
        } finally {
            people.shutdownNow();
        }
    }

    private Sheet federationSheet(int people) {
        federation(
                season,
                IntStream.range(0, people).mapToObj(i -> season.person()).toArray(Listed[]::new));
        season.run();
        return settled.freeze(season, FEDERATION);
    }

    private void approve(Sheet sheet, String who) {
        season.clerkDoes(() -> moving.approve(sheet.id(), who));
    }

    private void pay(Sheet sheet, String who) {
        season.clerkDoes(() -> moving.pay(sheet.id(), PAID_ON, "2024-17", who));
    }

    private void revoke(Sheet sheet) {
        season.clerkDoes(() -> moving.revoke(sheet, "wrong list", "clerk"));
    }

    private void dispute(Sheet sheet, int line) {
        season.clerkDoes(() -> moving.dispute(sheet.id(), line, "not ours", "officer"));
    }

    private void answer(Sheet sheet, int line, boolean stays) {
        season.clerkDoes(() -> moving.answer(sheet.id(), line, stays, "see the roster", "clerk"));
    }

    private Sheet replace(Sheet sheet) {
        Sheet now = settled.now(season, sheet);
        return season.clerk(() ->
                settling.sheet(settling.replace(now, "clerk"), season.code()).orElseThrow());
    }

    private static String refused(Runnable work) {
        return refusal(work);
    }
}
