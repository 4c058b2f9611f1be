package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;
import org.zhubao.support.WhileHeld;

/** Money that goes to people themselves comes to them once, is approved by a second person, and what fails comes back. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class ReimbursementTests {

    private static final String ACCOUNT = "4111111111111111";
    private static final String OTHER_ACCOUNT = "6212345678901234569";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private PushingMarks pushing;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private Reconciliations reconciliations;

    @Autowired
    private Reimbursing reimbursing;

    @Autowired
    private Reimbursements reimbursements;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SettableClock clock;

    @Test
    void whatIsDueIsPaidOnceAndThenNothingIsDueAnyLonger() {
        CountySeason season = paidInFull();
        ReimbursementItem item = items(season).get(0);
        assertThat(item.dueFen()).isEqualTo(27500);
        assertThat(item.isReady()).isFalse();
        assertThat(refusal(() -> list(season))).isEqualTo("levy.nobody-to-reimburse");

        account(season, item.personId(), ACCOUNT);
        ReimbursementList list = list(season);
        assertThat(items(season)).as("on its way").isEmpty();
        assertThat(refusal(() -> list(season))).isEqualTo("levy.nobody-to-reimburse");
        season.clerkDoes(() -> reimbursing.approve(list, "reviewer"));
        season.clerkDoes(() -> reimbursing.paid(found(season, list), "clerk"));
        reconcile(season);

        assertThat(items(season)).isEmpty();
        assertThat(dues(season)).containsExactly("PAID_IN_FULL_BEFORE_MARK 0");
    }

    @Test
    void aTransferThatCameBackIsAnItemAgainWithItsReasonAndAnotherAccountWillDo() {
        CountySeason season = paidInFull();
        UUID person = items(season).get(0).personId();
        account(season, person, ACCOUNT);
        ReimbursementList first = list(season);
        season.clerkDoes(() -> reimbursing.approve(first, "reviewer"));
        season.clerkDoes(() -> reimbursing.failed(found(season, first), 1, "户名不符", "clerk"));

        assertThat(items(season)).singleElement().satisfies(item -> {
            assertThat(item.failure()).isEqualTo("户名不符");
            assertThat(item.dueFen()).isEqualTo(27500);
        });

        account(season, person, OTHER_ACCOUNT);
        ReimbursementList second = list(season);
        assertThat(season.clerk(() -> reimbursements.transfers(second)))
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.account().full()).isEqualTo(OTHER_ACCOUNT));
        assertThat(season.clerk(() -> reimbursements.transfers(found(season, first))))
                .as("the first list stays as it was")
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.account().full()).isEqualTo(ACCOUNT));
    }

    @Test
    void nobodyApprovesTheirOwnListAndNothingIsPaidByOneThatIsNotApproved() {
        CountySeason season = paidInFull();
        account(season, items(season).get(0).personId(), ACCOUNT);
        ReimbursementList list = list(season);

        assertThat(refusal(() -> season.clerkDoes(() -> reimbursing.approve(list, "clerk"))))
                .isEqualTo("four-eyes");
        assertThat(refusal(() -> season.clerkDoes(() -> reimbursing.paid(list, "clerk"))))
                .isEqualTo("levy.list-not-approved");
    }

    @Test
    void aListThatIsRejectedPaysNobodyAndItsPeopleAreItemsAgainWithTheReason() {
        CountySeason season = paidInFull();
        account(season, items(season).get(0).personId(), ACCOUNT);
        ReimbursementList list = list(season);

        season.clerkDoes(() -> reimbursing.reject(list, "账号有误", "reviewer"));

        assertThat(items(season)).singleElement().satisfies(item -> {
            assertThat(item.failure()).isEqualTo("账号有误");
            assertThat(item.dueFen()).isEqualTo(27500);
        });
        assertThat(refusal(() -> season.clerkDoes(() -> reimbursing.approve(list, "reviewer"))))
                .isEqualTo("levy.list-approved");
        assertThat(season.clerk(() -> found(season, list)).isWaiting()).isFalse();
    }

    @Test
    void ofTwoWhoDecideOnAListTheSecondIsToldSo() {
        CountySeason season = paidInFull();
        account(season, items(season).get(0).personId(), ACCOUNT);
        ReimbursementList list = list(season);

        assertThat(new WhileHeld(season, transactions)
                        .answer(
                                () -> reimbursing.approve(list, "reviewer"),
                                () -> reimbursing.approve(list, "another")))
                .isEqualTo("409 levy.list-approved");
        assertThat(refusal(() -> season.clerkDoes(() -> reimbursing.reject(list, "账号有误", "another"))))
                .isEqualTo("levy.list-approved");
        ReimbursementList approved = season.clerk(() -> found(season, list));
        assertThat(new WhileHeld(season, transactions)
                        .answer(() -> reimbursing.paid(approved, "clerk"), () -> reimbursing.paid(approved, "clerk")))
                .isEqualTo("409 levy.result-there");
    }

    @Test
    void anAccountNumberIsKeptEncrypted() {
        CountySeason season = paidInFull();
        account(season, items(season).get(0).personId(), ACCOUNT);

        assertThat(season.owner()
                        .sql("select encode(account_cipher, 'escape') from bank_account where county = ?")
                        .param(season.code())
                        .query(String.class)
                        .single())
                .doesNotContain(ACCOUNT);
        assertThat(refusal(() -> account(season, items(season).get(0).personId(), "4111111111111112")))
                .isEqualTo("levy.account-wrong");
    }

    /** One person who paid all of it a week before the mark. */
    private CountySeason paidInFull() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        clock.set(LocalDate.of(2020, 8, 20));
        season.accepted(person);
        season.run();
        clock.set(LocalDate.of(2020, 8, 27));
        season.clerk(() -> pushing.push(season.county(), season.year(), PushKind.FULL, "clerk"));
        clock.set(LocalDate.of(2021, 3, 1));
        UUID payments = season.upload(
                Department.TAX,
                RosterKind.PAYMENTS,
                PaymentSheet.payments().paid(person, 0, 305, "2020-08-20").workbook());
        season.submit(payments);
        season.accept(payments);
        reconcile(season);
        return season;
    }

    private void reconcile(CountySeason season) {
        clock.set(clock.instant().plusSeconds(60));
        season.clerk(() -> reconciling.reconcile(season.county(), season.year(), "clerk"));
    }

    private void account(CountySeason season, UUID person, String number) {
        season.clerkDoes(() -> reimbursing.account(season.county(), person, number, "农村信用社", "clerk"));
    }

    private ReimbursementList list(CountySeason season) {
        clock.set(clock.instant().plusSeconds(60));
        return season.clerk(() -> reimbursements
                .find(reimbursing.list(season.county(), season.year(), "clerk"), new Scope(season.code()))
                .orElseThrow());
    }

    private ReimbursementList found(CountySeason season, ReimbursementList list) {
        return reimbursements.find(list.id(), new Scope(season.code())).orElseThrow();
    }

    private List<ReimbursementItem> items(CountySeason season) {
        return season.clerk(
                () -> reimbursements.items(newest(season), season.county().region(), 10));
    }

    private List<String> dues(CountySeason season) {
        return season.clerk(() -> reconciliations.lines(newest(season), LineFilter.ALL, 0, 10)).stream()
                .map(line -> line.cause() + " " + line.dueFen())
                .toList();
    }

    private Reconciliation newest(CountySeason season) {
        return reconciliations.newest(season.code(), season.year()).orElseThrow();
    }

    private static String refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).code();
    }
}
