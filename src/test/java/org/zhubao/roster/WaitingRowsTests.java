package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** Good rows do not wait for bad ones, and bad ones are not forgotten. */
@DatabaseTest
class WaitingRowsTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private WaitingRows waiting;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;
    private Listed good;
    private Listed bad;

    @BeforeEach
    void somebodyWellAndSomebodyBadlyWritten() {
        season = counties.fresh(2021);
        good = season.person().called("张一");
        bad = season.person().called("李二");
    }

    @Test
    void theGoodRowsOfAnAdditionEnterAndTheBadOneWaits() throws Exception {
        UUID roster = accepted(RosterKind.ADDITIONS, good, broken(bad));

        assertThat(claims()).isEqualTo(1);
        assertThat(left(roster)).containsExactly("李二");
        mvc.perform(get("/rosters").with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(content().string(containsString("还有 1 行等待更正")));
        mvc.perform(get("/rosters/" + roster + "?waiting=true").with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(content().string(containsString("李二")));
    }

    @Test
    void theCorrectedRowAloneSolvesIt() {
        UUID roster = accepted(RosterKind.ADDITIONS, good, broken(bad));

        accepted(RosterKind.ADDITIONS, bad);

        assertThat(left(roster)).isEmpty();
        assertThat(claims()).isEqualTo(2);
    }

    @Test
    void theWholeListOnceMoreSolvesItOnlyWhenTheRowIsCorrected() {
        UUID first = accepted(RosterKind.ADDITIONS, good, broken(bad));
        UUID second = accepted(RosterKind.ADDITIONS, broken(bad), good);
        assertThat(left(first)).containsExactly("李二");

        accepted(RosterKind.ADDITIONS, good, bad);

        assertThat(left(first)).isEmpty();
        assertThat(left(second)).isEmpty();
    }

    @Test
    void anotherPersonOfTheSameNameDoesNotSolveItWhenTheListHeldThemAlready() {
        Listed namesake = good.called("李二");
        UUID roster = accepted(RosterKind.ADDITIONS, namesake, broken(bad));

        accepted(RosterKind.ADDITIONS, namesake);

        assertThat(left(roster)).containsExactly("李二");
    }

    @Test
    void aListOfAnotherKindOrStillOnItsWaySolvesNothing() {
        accepted(RosterKind.ADDITIONS, good);
        UUID roster = accepted(RosterKind.REMOVALS, broken(bad));

        accepted(RosterKind.ADDITIONS, bad);
        season.submitted(Department.CIVIL_AFFAIRS, RosterKind.REMOVALS, bad);

        assertThat(left(roster)).containsExactly("李二");
    }

    @Test
    void aFullListLeavesNothingBehindBecauseTheNextOneBringsEverybody() {
        UUID roster = accepted(RosterKind.FULL, good, broken(bad));

        assertThat(left(roster)).isEmpty();
    }

    private UUID accepted(RosterKind kind, Listed... people) {
        clock.set(clock.instant().plusSeconds(1));
        return season.accepted(Department.CIVIL_AFFAIRS, kind, people);
    }

    private static Listed broken(Listed person) {
        return person.numbered(CountySeason.broken(person.number()));
    }

    private List<String> left(UUID roster) {
        RosterSummary summary = season.roster(roster);
        List<String> names = season.clerk(() -> waiting.rows(roster, 0, 100)).stream()
                .map(RowView::name)
                .toList();
        assertThat(season.clerk(() -> waiting.counts(List.of(summary))).getOrDefault(roster, 0))
                .isEqualTo(names.size());
        return names;
    }

    private long claims() {
        return season.owner()
                .sql("select count(*) from identity_claim where county = ? and known_to is null")
                .param(season.code())
                .query(Long.class)
                .single();
    }
}
