package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** A list that cancels more than one in twenty is accepted by two, or not at all. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=intake")
class JumpTests {

    private static final int HELD = 20;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;
    private Listed[] held;

    @BeforeEach
    void twentyPeopleHoldAnIdentity() {
        season = counties.fresh(2021);
        held = Stream.generate(season::person).limit(HELD).toArray(Listed[]::new);
        season.accepted(held);
    }

    @Test
    void oneInTwentyIsNoJump() {
        UUID roster = without(1);

        assertThat(season.acceptAs("clerk", roster)).isTrue();
        assertThat(open()).isEqualTo(HELD - 1);
    }

    @Test
    void twoInTwentyTakeASecondPerson() throws Exception {
        UUID roster = without(2);

        assertThat(season.acceptAs("clerk", roster)).isFalse();
        assertThat(season.roster(roster))
                .satisfies(r -> assertThat(r.status()).isEqualTo(RosterStatus.SUBMITTED))
                .satisfies(r -> assertThat(r.firstAcceptedBy()).isEqualTo("clerk"));
        assertThat(open()).isEqualTo(HELD);
        mvc.perform(get("/rosters").with(SignedIn.as(Role.REVIEWER, season.code())))
                .andExpect(content().string(containsString("clerk 已同意，等另一人确认")));

        assertThat(refusal("clerk", roster)).isEqualTo("four-eyes");
        assertThat(refusal("officer", roster)).isEqualTo("four-eyes");
        assertThat(open()).isEqualTo(HELD);

        assertThat(season.acceptAs("reviewer", roster)).isTrue();
        assertThat(season.roster(roster).decidedBy()).isEqualTo("reviewer");
        assertThat(open()).isEqualTo(HELD - 2);
    }

    @Test
    void whoeverAcceptedFirstMayStillSendItBack() {
        UUID roster = without(2);
        season.acceptAs("clerk", roster);

        season.giveBack(roster, "incomplete");

        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.RETURNED);
        assertThat(open()).isEqualTo(HELD);
    }

    @Test
    void removalsCancelByIntentionAndTakeOne() {
        UUID roster = season.submitted(Department.CIVIL_AFFAIRS, RosterKind.REMOVALS, Arrays.copyOf(held, 5));

        assertThat(season.acceptAs("clerk", roster)).isTrue();
        assertThat(open()).isEqualTo(HELD - 5);
    }

    @Test
    void theDatabaseTakesNobodyTwice() {
        UUID roster = without(2);
        season.acceptAs("clerk", roster);

        assertThatThrownBy(() -> season.owner()
                        .sql("update roster_batch set status = 'ACCEPTED', decided_by = 'clerk' where id = ?")
                        .param(roster)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("roster_batch_second_acceptance");
    }

    private UUID without(int missing) {
        return season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, Arrays.copyOfRange(held, missing, HELD));
    }

    private String refusal(String who, UUID roster) {
        return catchThrowableOfType(Refusal.class, () -> season.acceptAs(who, roster))
                .code();
    }

    private int open() {
        return season.owner()
                .sql("select count(*) from identity_claim where county = ? and known_to is null")
                .param(season.code())
                .query(Integer.class)
                .single();
    }
}
