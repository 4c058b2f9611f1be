package org.zhubao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.site.Refusal;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SettableClock;

/** No administrator opens personal data alone, neither by a link to somebody's account nor by a new role. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=confirmations")
class ConfirmationTests {

    private static final Instant TODAY = Instant.parse("2024-12-20T02:00:00Z");
    private static final Membership CLERK = Membership.of(Role.CLERK, "510421");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Confirmations confirmations;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private SettableClock clock;

    private CurrentUser administrator;
    private UserId clerk;

    @BeforeEach
    void anOfficeWithOneAdministratorAndAClerk() {
        clock.set(TODAY);
        database.sql()
                .sql("truncate app_user, membership, invitation, proposed_access, earlier_password, authenticator,"
                        + " recovery_code, api_token")
                .update();
        administrator = somebody("admin", Membership.of(Role.ADMINISTRATOR, "5104"));
        clerk = new UserId(somebody("clerk", CLERK).id());
    }

    @AfterEach
    void backToToday() {
        clock.set(TODAY);
    }

    @Test
    void theOnlyOneWhoCouldIsNotKeptFromSettingUpTheOfficeAndTheTrailSaysSo() {
        assertThat(confirmations.proposeLink(clerk, administrator)).isPresent();
        assertThat(lastOf("access-proposed")).contains("nobody else could");
    }

    @Test
    void onceThereIsAReviewerTheAdministratorGetsNoLink() {
        CurrentUser reviewer = somebody("reviewer", Membership.of(Role.REVIEWER, "510421"));

        assertThat(confirmations.proposeLink(clerk, administrator)).isEmpty();
        Proposal waiting = theOnlyOneWaiting();
        assertThatThrownBy(() -> confirmations.confirm(waiting.id(), administrator))
                .hasMessage("four-eyes");
        Optional<Invitation> link = confirmations.confirm(waiting.id(), reviewer);

        assertThat(invitations.invited(link.orElseThrow().token()).username()).isEqualTo("clerk");
        assertThat(confirmations.waiting(administrator.scope())).isEmpty();
        assertThat(lastOf("access-confirmed")).contains("\"proposedBy\":\"admin\"", "\"what\":\"link\"");
    }

    @Test
    void theDatabaseKeepsTheProposerFromDecidingToo() {
        somebody("reviewer", Membership.of(Role.REVIEWER, "510421"));
        confirmations.proposeLink(clerk, administrator);

        assertThatThrownBy(() -> database.sql()
                        .sql(
                                "update proposed_access set decided_by = proposed_by, decided_at = now(), confirmed = true")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whoeverALinkIsForDoesNotConfirmIt() {
        CurrentUser reviewer = somebody("reviewer", Membership.of(Role.REVIEWER, "510421"));
        somebody("second", Membership.of(Role.ADMINISTRATOR, "5104"));
        confirmations.proposeLink(new UserId(reviewer.id()), administrator);

        assertThatThrownBy(() -> confirmations.confirm(theOnlyOneWaiting().id(), reviewer))
                .hasMessage("four-eyes");
    }

    @Test
    void nobodyDecidesAboutAnotherCountysUsers() {
        somebody("reviewer", Membership.of(Role.REVIEWER, "510421"));
        CurrentUser elsewhere = somebody("elsewhere", Membership.of(Role.REVIEWER, "510422"));
        confirmations.proposeLink(clerk, administrator);
        Proposal waiting = theOnlyOneWaiting();

        assertThat(confirmations.waiting(elsewhere.scope())).isEmpty();
        assertThatThrownBy(() -> confirmations.confirm(waiting.id(), elsewhere)).hasMessage("no-such-page");
        assertThatThrownBy(() -> confirmations.reject(waiting.id(), elsewhere)).hasMessage("no-such-page");
    }

    @Test
    void aReviewerOfAnotherCountyDoesNotCountAsSomebodyWhoCould() {
        somebody("elsewhere", Membership.of(Role.REVIEWER, "510422"));

        assertThat(confirmations.proposeLink(clerk, administrator)).isPresent();
    }

    @Test
    void disablingTheReviewerDoesNotMakeTheAdministratorTheOnlyOneAtOnce() {
        CurrentUser reviewer = somebody("reviewer", Membership.of(Role.REVIEWER, "510421"));
        accounts.disable(new UserId(reviewer.id()));

        clock.set(TODAY.plus(Confirmations.STILL_COUNTED).minusSeconds(1));
        assertThat(confirmations.proposeLink(clerk, administrator)).isEmpty();
        clock.set(TODAY.plus(Confirmations.STILL_COUNTED));
        assertThat(confirmations.proposeLink(new UserId(somebodyNew("other").value()), administrator))
                .isPresent();
    }

    @Test
    void whoHasNotChosenAPasswordYetConfirmsNothingAndDoesNotCount() {
        accounts.create(new NewUser("reviewer", "Test", List.of(Membership.of(Role.REVIEWER, "510421"))));

        assertThat(confirmations.proposeLink(clerk, administrator)).isPresent();
    }

    @Test
    void anotherRoleHoldsFromTheConfirmationOn() {
        CurrentUser reviewer = somebody("reviewer", Membership.of(Role.REVIEWER, "510421"));
        Membership officer = Membership.of(Role.TOWNSHIP_OFFICER, "510421001");

        assertThat(confirmations.proposeMembership(clerk, officer, administrator))
                .isFalse();
        assertThat(accounts.get(clerk).memberships()).containsExactly(CLERK);
        confirmations.confirm(theOnlyOneWaiting().id(), reviewer);

        assertThat(accounts.get(clerk).memberships()).containsExactly(CLERK, officer);
    }

    @Test
    void whatWasRejectedHasNoEffectAndMayBeProposedAgain() {
        CurrentUser reviewer = somebody("reviewer", Membership.of(Role.REVIEWER, "510421"));
        Membership finance = Membership.of(Role.FINANCE_OFFICER, "510421");
        confirmations.proposeMembership(clerk, finance, administrator);
        assertThatThrownBy(() -> confirmations.proposeMembership(clerk, finance, administrator))
                .hasMessage("proposal-waiting");

        confirmations.reject(theOnlyOneWaiting().id(), reviewer);

        assertThat(accounts.get(clerk).memberships()).containsExactly(CLERK);
        assertThat(confirmations.proposeMembership(clerk, finance, administrator))
                .isFalse();
    }

    @Test
    void administrationAuditAndTheOfficesWorkAreNeverOnePersons() {
        assertThatThrownBy(() -> confirmations.proposeMembership(
                        clerk, Membership.of(Role.ADMINISTRATOR, "510421"), administrator))
                .isInstanceOf(Refusal.class)
                .hasMessage("duties-apart");
        assertThatThrownBy(() -> confirmations.proposeMembership(
                        new UserId(administrator.id()), Membership.of(Role.AUDITOR, "510421"), administrator))
                .hasMessage("duties-apart");
        assertThatThrownBy(() -> new NewUser("both", "Test", List.of(CLERK, Membership.of(Role.AUDITOR, "510421"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRoleTheyHaveAlreadyIsNotProposed() {
        assertThatThrownBy(() -> confirmations.proposeMembership(clerk, CLERK, administrator))
                .hasMessage("membership-there");
    }

    private Proposal theOnlyOneWaiting() {
        List<Proposal> waiting = confirmations.waiting(administrator.scope());
        assertThat(waiting).hasSize(1);
        return waiting.get(0);
    }

    private UserId somebodyNew(String username) {
        return accounts.create(new NewUser(username, "Test", List.of(CLERK)));
    }

    private CurrentUser somebody(String username, Membership membership) {
        UserId id = accounts.create(new NewUser(username, "Test", List.of(membership)));
        invitations.accept(accounts.invite(id).token(), "a long enough sentence");
        return new CurrentUser(
                id.value(), username, "Test", membership.role(), membership.scope(), membership.department());
    }

    private String lastOf(String action) {
        return database.sql()
                .sql("select after from audit_entry where action = ? order by id desc limit 1")
                .param(action)
                .query(String.class)
                .single();
    }
}
