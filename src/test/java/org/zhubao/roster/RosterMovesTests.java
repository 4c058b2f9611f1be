package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhubao.division.Department;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;

/** Where a roster may go from where it stands. */
@DatabaseTest
class RosterMovesTests {

    private enum Move {
        SUBMIT,
        ACCEPT,
        GIVE_BACK
    }

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SubmittingRosters submitting;

    @Autowired
    private RosterDesk desk;

    @ParameterizedTest
    @CsvSource({
        "CHECKED, SUBMIT, SUBMITTED",
        "CHECKED, ACCEPT, refused",
        "CHECKED, GIVE_BACK, refused",
        "SUBMITTED, SUBMIT, refused",
        "SUBMITTED, ACCEPT, ACCEPTED",
        "SUBMITTED, GIVE_BACK, RETURNED",
        "ACCEPTED, SUBMIT, refused",
        "ACCEPTED, ACCEPT, refused",
        "ACCEPTED, GIVE_BACK, refused",
        "RETURNED, SUBMIT, refused",
        "RETURNED, ACCEPT, refused",
        "RETURNED, GIVE_BACK, refused"
    })
    void everyMoveIsMadeOrRefusedAndARefusedOneChangesNothing(RosterStatus from, Move move, String to) {
        CountySeason season = counties.fresh(2021);
        UUID roster = standing(season, from);
        RosterSummary before = desk.find(roster).orElseThrow();
        int claims = claims(season);

        if (to.equals("refused")) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> make(move, roster));

            assertThat(refusal.code()).isEqualTo("roster.moved-on");
            assertThat(desk.find(roster)).contains(before);
            assertThat(claims(season)).isEqualTo(claims);
        } else {
            make(move, roster);

            assertThat(desk.find(roster).orElseThrow().status()).isEqualTo(RosterStatus.valueOf(to));
            assertThat(claims(season)).isEqualTo(to.equals("ACCEPTED") ? 1 : 0);
        }
    }

    @Test
    void whoMovedItAndWhyIsKept() {
        CountySeason season = counties.fresh(2021);
        UUID roster = season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());

        submitting.giveBack(roster, "li", "缺少南山乡");

        assertThat(desk.find(roster).orElseThrow())
                .extracting(RosterSummary::uploadedBy, RosterSummary::decidedBy, RosterSummary::decisionReason)
                .containsExactly("officer", "li", "缺少南山乡");
    }

    @Test
    void aRosterThatDoesNotExistIsNotFound() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> submitting.submit(UUID.randomUUID(), "officer"));

        assertThat(refusal.status().value()).isEqualTo(404);
    }

    private UUID standing(CountySeason season, RosterStatus status) {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        if (status != RosterStatus.CHECKED) {
            make(Move.SUBMIT, roster);
        }
        if (status.isDecided()) {
            make(status == RosterStatus.ACCEPTED ? Move.ACCEPT : Move.GIVE_BACK, roster);
        }
        return roster;
    }

    private void make(Move move, UUID roster) {
        switch (move) {
            case SUBMIT -> submitting.submit(roster, "officer");
            case ACCEPT -> submitting.accept(roster, "clerk");
            case GIVE_BACK -> submitting.giveBack(roster, "clerk", "incomplete");
        }
    }

    private static int claims(CountySeason season) {
        return season.owner()
                .sql("select count(*) from identity_claim where county = ?")
                .param(season.code())
                .query(Integer.class)
                .single();
    }
}
