package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterStatus;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SettableClock;

/** An accepted list is taken back as if it had never come, as long as nobody was paid by it. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=intake")
class WithdrawnRostersTests {

    private static final String MEDICAL = "medical-assistance";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private SettableClock clock;

    @Test
    void whatItAddedEndsAndWhatItCancelledHoldsAgainByItsOldRow() {
        CountySeason season = counties.fresh(2025);
        Listed kept = season.person().called("钱留下");
        Listed cancelled = season.person().called("孙取消");
        UUID first = season.accepted(kept, cancelled);
        UUID second = season.accepted(kept, season.person().called("李新增"));
        assertThat(held(season)).containsExactly("李新增", "钱留下");

        season.withdraw(second);

        assertThat(held(season)).containsExactly("孙取消", "钱留下");
        assertThat(season.owner()
                        .sql("select distinct batch_id from identity_claim where county = ? and known_to is null")
                        .param(season.code())
                        .query(UUID.class)
                        .list())
                .containsExactly(first);
        assertThat(season.roster(second))
                .satisfies(roster -> assertThat(roster.status()).isEqualTo(RosterStatus.WITHDRAWN))
                .satisfies(roster -> assertThat(roster.withdrawalReason()).isEqualTo("sent by mistake"))
                .satisfies(roster -> assertThat(roster.decidedBy()).isEqualTo("reviewer"));
    }

    @Test
    void whatWasKnownWhileItHeldStaysKnown() {
        CountySeason season = counties.fresh(2025);
        UUID roster = season.accepted(season.person().called("钱一时"));
        Instant inBetween = clock.instant();
        clock.set(inBetween.plusSeconds(60));

        season.withdraw(roster);

        assertThat(held(season)).isEmpty();
        assertThat(season.owner()
                        .sql(
                                """
                                select count(*) from identity_claim
                                where county = :county and known_from <= :at and (known_to is null or known_to > :at)
                                """)
                        .param("county", season.code())
                        .param("at", Timestamp.from(inBetween))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void listsAreWithdrawnFromTheLastOneBackwards() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person().called("钱先来");
        UUID first = season.accepted(person);
        clock.set(clock.instant().plusSeconds(1));
        UUID second = season.accepted(
                Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person().called("孙后来"));

        assertThat(refusal(() -> season.withdraw(first))).isEqualTo("roster.built-upon");
        assertThat(held(season)).containsExactly("孙后来", "钱先来");

        season.withdraw(second);
        season.withdraw(first);
        assertThat(held(season)).isEmpty();
    }

    @Test
    void aListByWhichAFrozenSheetPaysStays() {
        CountySeason season = counties.fresh(2025);
        UUID roster = season.accepted(season.person());
        season.run();
        freeze(season);

        assertThat(refusal(() -> season.withdraw(roster))).isEqualTo("roster.settled");
        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.ACCEPTED);
        assertThat(held(season)).hasSize(1);
    }

    @Test
    void aListThatCameAfterTheSettledRunMayGo() {
        CountySeason season = counties.fresh(2025);
        season.accepted(season.person().called("钱已付"));
        season.run();
        freeze(season);
        clock.set(clock.instant().plusSeconds(1));
        UUID later = season.accepted(
                Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person().called("孙未付"));

        season.withdraw(later);

        assertThat(held(season)).containsExactly("钱已付");
    }

    @Test
    void aRunThatStillCountsAWithdrawnListIsNotSettledUntilItIsRunAgain() {
        CountySeason season = counties.fresh(2025);
        season.accepted(season.person().called("钱留下"));
        clock.set(clock.instant().plusSeconds(1));
        UUID mistaken = season.accepted(
                Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person().called("孙误报"));
        season.run();
        clock.set(clock.instant().plusSeconds(1));
        season.withdraw(mistaken);

        assertThat(refusal(() -> freeze(season))).isEqualTo("settlement.roster-withdrawn");

        season.run();
        freeze(season);
        assertThat(season.owner()
                        .sql("select name from settlement_line where county = ?")
                        .param(season.code())
                        .query(String.class)
                        .list())
                .containsExactly("钱留下");
    }

    @Test
    void theSameFileMayComeAgainAfterAWithdrawal() {
        CountySeason season = counties.fresh(2025);
        byte[] workbook = RosterWorkbook.of(season.person().called("钱再来"));
        UUID first = season.upload(Department.CIVIL_AFFAIRS, RosterKind.FULL, workbook);
        season.submit(first);
        season.accept(first);
        season.withdraw(first);

        UUID again = season.upload(Department.CIVIL_AFFAIRS, RosterKind.FULL, workbook);
        season.submit(again);
        season.accept(again);

        assertThat(again).isNotEqualTo(first);
        assertThat(held(season)).containsExactly("钱再来");
    }

    private static List<String> held(CountySeason season) {
        return season
                .owner()
                .sql(
                        """
                        select p.name from identity_claim c join person p on p.region = c.region and p.id = c.person_id
                        where c.county = ? and c.known_to is null
                        """)
                .param(season.code())
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private UUID freeze(CountySeason season) {
        return season.clerk(() -> settling.freeze(season.county(), season.year(), MEDICAL, "clerk"));
    }

    private static String refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).code();
    }
}
