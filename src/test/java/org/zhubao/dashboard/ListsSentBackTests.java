package org.zhubao.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Membership;
import org.zhubao.account.SignedIn;
import org.zhubao.account.Workplace;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SettableClock;

/** What the bureau sends back waits on the department's home page. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
class ListsSentBackTests {

    @Autowired
    private SeasonAtAGlance glance;

    @Autowired
    private SettableClock clock;

    @Test
    void aListSentBackIsATaskUntilAnotherOfItsKindHasCome(@Autowired CountySeasons counties) {
        CountySeason season = counties.fresh(2021);
        season.giveBack(season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person()), "sent too early");
        assertThat(tasks(season)).containsExactly("to-send-again 1");

        Instant now = clock.instant();
        clock.set(now.plusSeconds(60));
        try {
            season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person());
            assertThat(tasks(season)).containsExactly("to-send-again 1", "to-submit 1");

            season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
            assertThat(tasks(season)).containsExactly("to-submit 2");
        } finally {
            clock.set(now);
        }
    }

    private List<String> tasks(CountySeason season) {
        Membership officer = Membership.officerOf(Department.CIVIL_AFFAIRS, season.code());
        CurrentUser user =
                new CurrentUser(0, "somebody", "Test", officer.role(), officer.scope(), officer.department());
        return SignedIn.doing(officer, () -> glance.of(user, new Workplace(season.county(), 2021))).tasks().stream()
                .map(task -> task.code() + " " + task.count())
                .toList();
    }
}
