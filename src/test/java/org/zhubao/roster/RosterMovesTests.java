package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhubao.division.Department;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;

/** Where a roster may go from where it stands. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class RosterMovesTests {

    private enum Move {
        SUBMIT,
        ACCEPT,
        GIVE_BACK,
        WITHDRAW,
        READ_AGAIN,
        CANCEL
    }

    @Autowired
    private HandingInRosters handingIn;

    private CountySeason season;

    @BeforeAll
    void aCounty(@Autowired CountySeasons counties) {
        season = counties.fresh(2021);
    }

    @ParameterizedTest
    @CsvSource({
        "READING, SUBMIT, refused",
        "READING, ACCEPT, refused",
        "READING, GIVE_BACK, refused",
        "READING, WITHDRAW, refused",
        "READING, READ_AGAIN, refused",
        "READING, CANCEL, CANCELLED",
        "CHECKED, SUBMIT, SUBMITTED",
        "CHECKED, ACCEPT, refused",
        "CHECKED, GIVE_BACK, refused",
        "CHECKED, WITHDRAW, refused",
        "CHECKED, READ_AGAIN, REPLACED",
        "CHECKED, CANCEL, refused",
        "SUBMITTED, SUBMIT, refused",
        "SUBMITTED, ACCEPT, ACCEPTED",
        "SUBMITTED, GIVE_BACK, RETURNED",
        "SUBMITTED, WITHDRAW, refused",
        "SUBMITTED, READ_AGAIN, refused",
        "SUBMITTED, CANCEL, refused",
        "ACCEPTED, SUBMIT, refused",
        "ACCEPTED, ACCEPT, refused",
        "ACCEPTED, GIVE_BACK, refused",
        "ACCEPTED, WITHDRAW, WITHDRAWN",
        "ACCEPTED, READ_AGAIN, refused",
        "ACCEPTED, CANCEL, refused",
        "RETURNED, SUBMIT, refused",
        "RETURNED, ACCEPT, refused",
        "RETURNED, GIVE_BACK, refused",
        "RETURNED, WITHDRAW, refused",
        "RETURNED, READ_AGAIN, refused",
        "RETURNED, CANCEL, refused",
        "WITHDRAWN, SUBMIT, refused",
        "WITHDRAWN, ACCEPT, refused",
        "WITHDRAWN, GIVE_BACK, refused",
        "WITHDRAWN, WITHDRAW, refused",
        "WITHDRAWN, READ_AGAIN, refused",
        "WITHDRAWN, CANCEL, refused",
        "REPLACED, SUBMIT, refused",
        "REPLACED, ACCEPT, refused",
        "REPLACED, GIVE_BACK, refused",
        "REPLACED, WITHDRAW, refused",
        "REPLACED, READ_AGAIN, refused",
        "REPLACED, CANCEL, refused",
        "REFUSED, SUBMIT, refused",
        "REFUSED, ACCEPT, refused",
        "REFUSED, GIVE_BACK, refused",
        "REFUSED, WITHDRAW, refused",
        "REFUSED, READ_AGAIN, refused",
        "REFUSED, CANCEL, refused",
        "CANCELLED, SUBMIT, refused",
        "CANCELLED, ACCEPT, refused",
        "CANCELLED, GIVE_BACK, refused",
        "CANCELLED, WITHDRAW, refused",
        "CANCELLED, READ_AGAIN, refused",
        "CANCELLED, CANCEL, refused"
    })
    void everyMoveIsMadeOrRefusedAndARefusedOneChangesNothing(RosterStatus from, Move move, String to) {
        UUID roster = standing(from);
        RosterSummary before = season.roster(roster);
        int claims = claims(roster);

        if (to.equals("refused")) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> make(move, roster));

            assertThat(refusal.code()).isEqualTo("roster.moved-on");
            assertThat(season.roster(roster)).isEqualTo(before);
            assertThat(claims(roster)).isEqualTo(claims);
        } else {
            make(move, roster);

            assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.valueOf(to));
            assertThat(claims(roster)).isEqualTo(to.equals("ACCEPTED") || from == RosterStatus.ACCEPTED ? 1 : 0);
        }
    }

    @Test
    void whoMovedItAndWhyIsKept() {
        UUID roster = season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());

        season.giveBack(roster, "缺少南山乡");

        assertThat(season.roster(roster))
                .extracting(RosterSummary::uploadedBy, RosterSummary::decidedBy, RosterSummary::decisionReason)
                .containsExactly("officer", "clerk", "缺少南山乡");
    }

    @Test
    void aRosterThatDoesNotExistIsNotFound() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> season.submit(UUID.randomUUID()));

        assertThat(refusal.status().value()).isEqualTo(404);
    }

    private UUID standing(RosterStatus status) {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        switch (status) {
            case READING, REFUSED, CANCELLED -> set(roster, status);
            case REPLACED -> make(Move.READ_AGAIN, roster);
            case SUBMITTED -> make(Move.SUBMIT, roster);
            case ACCEPTED -> make(roster, Move.SUBMIT, Move.ACCEPT);
            case RETURNED -> make(roster, Move.SUBMIT, Move.GIVE_BACK);
            case WITHDRAWN -> make(roster, Move.SUBMIT, Move.ACCEPT, Move.WITHDRAW);
            default -> {}
        }
        return roster;
    }

    /** As a job leaves it, without one. */
    private void set(UUID roster, RosterStatus status) {
        season.owner()
                .sql(
                        """
                        update roster_batch set status = :status,
                            refusal_cipher = case when :status = 'REFUSED' then '\\x00'::bytea end
                        where id = :id
                        """)
                .param("status", status.name())
                .param("id", roster)
                .update();
    }

    private void make(UUID roster, Move... moves) {
        for (Move move : moves) {
            make(move, roster);
        }
    }

    private void make(Move move, UUID roster) {
        switch (move) {
            case SUBMIT -> season.submit(roster);
            case ACCEPT -> season.accept(roster);
            case GIVE_BACK -> season.giveBack(roster, "incomplete");
            case WITHDRAW -> season.withdraw(roster);
            case READ_AGAIN -> season.readAgain(roster);
            case CANCEL -> season.clerkDoes(() -> handingIn.cancel(roster, "officer"));
        }
    }

    private int claims(UUID roster) {
        return season.owner()
                .sql("select count(*) from identity_claim where batch_id = ?")
                .param(roster)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoeverVouchedForAListDoesNotTakeItIntoTheRegister(@Autowired SubmittingRosters submitting) {
        UUID roster = season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());

        assertThatThrownBy(() -> season.clerkDoes(() -> submitting.accept(roster, "officer")))
                .isInstanceOf(Refusal.class)
                .hasMessage("four-eyes");
        assertThatThrownBy(() -> season.owner()
                        .sql("update roster_batch set status = 'ACCEPTED', decided_by = submitted_by where id = ?")
                        .param(roster)
                        .update())
                .as("the database says the same")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.SUBMITTED);
    }
}
