package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.policy.Citation;
import org.zhubao.protection.Vault;
import org.zhubao.register.Claim;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/**
 * Panzhihua, disabled, 2024 No. 1, section 4(3): removals other than deaths reach the office by the end of December,
 * because nothing is given back once the cover has begun. What comes later changes nothing.
 */
@DatabaseTest
@ExtendWith(SetsTheClockBack.class)
@TestPropertySource(properties = "zhubao.test.own-database=review")
class RemovalsTests {

    private static final Department FEDERATION = Department.DISABLED_FEDERATION;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private DecisionCards cards;

    @Autowired
    private People people;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private Vault vault;

    @Autowired
    private SettableClock clock;

    private CountySeason season;
    private Listed first;
    private Listed second;

    @BeforeEach
    void aFirstList() {
        clock.set(LocalDate.of(2024, 8, 20));
        season = counties.fresh(2025);
        first = disabled();
        second = disabled();
        season.accepted(FEDERATION, RosterKind.FULL, first, second);
        season.run();
    }

    @Test
    void aRemovalCountsUntilTheEndOfDecemberAndNoLongerAfterIt() {
        clock.set(LocalDate.of(2024, 12, 31));
        season.accepted(FEDERATION, RosterKind.REMOVALS, first);
        Run december = season.run();
        clock.set(LocalDate.of(2025, 1, 2));
        season.accepted(FEDERATION, RosterKind.REMOVALS, second);
        Run january = season.run();

        assertThat(determined(january)).containsOnlyKeys(second.number());
        assertThat(determined(january).get(second.number()).subsidy()).isEqualTo(40_000);
        assertThat(january.digest()).isEqualTo(december.digest());
        assertThat(everybody(january).digest()).as("looked at anew").isEqualTo(january.digest());
        assertThat(everybody(december).digest()).as("as known in December").isEqualTo(december.digest());
        assertThat(card(january, second).claims())
                .as("the card names the row it still rests on")
                .extracting(Claim::identity)
                .containsExactly("disabled");
        assertThat(card(january, second).endedTooLate())
                .as("and the clause by which it still does")
                .extracting(Citation::id)
                .containsExactly("removals");
    }

    @Test
    void whoIsMissingFromAFullListOfJanuaryStaysAndWhoIsSaidAnewCountsAsSaid() {
        clock.set(LocalDate.of(2025, 1, 15));
        season.accepted(FEDERATION, RosterKind.FULL, first.disabled("肢体", "一级"));

        assertThat(determined(season.run())).containsOnlyKeys(first.number(), second.number());
        assertThat(season.owner()
                        .sql(
                                "select count(*) from outcome where run_id = ? and jsonb_array_length(facts -> 'held') > 1")
                        .param(season.run().id())
                        .query(Integer.class)
                        .single())
                .as("nobody holds what was said before beside what is said now")
                .isZero();
    }

    @Test
    void aListTakenBackInJanuaryNeverCounted() {
        clock.set(LocalDate.of(2025, 1, 3));
        UUID mistaken = season.accepted(FEDERATION, RosterKind.ADDITIONS, disabled());
        assertThat(determined(season.run())).hasSize(3);
        clock.set(LocalDate.of(2025, 1, 4));
        season.withdraw(mistaken);

        assertThat(determined(season.run())).hasSize(2);
    }

    @Test
    void whoseRecordHasBecomeOneWithAnotherCountsOnAsThatOneOnly() {
        clock.set(LocalDate.of(2025, 1, 2));
        season.accepted(FEDERATION, RosterKind.REMOVALS, second);
        assertThat(determined(season.run())).hasSize(2);
        Run before = season.run();
        clock.set(LocalDate.of(2025, 1, 5));
        onRecord.merge(season, first, second);

        assertThat(determined(season.run())).containsOnlyKeys(first.number());
        assertThat(everybody(before).digest()).isEqualTo(before.digest());
    }

    /** The record kept has nothing that counts: its removal came in time, that of the other one did not. */
    @Test
    void whatWasRemovedTooLateCountsOnForWhomTheRecordHasBecome() {
        clock.set(LocalDate.of(2024, 12, 20));
        season.accepted(FEDERATION, RosterKind.REMOVALS, first);
        clock.set(LocalDate.of(2025, 1, 2));
        season.accepted(FEDERATION, RosterKind.REMOVALS, second);
        Run before = season.run();
        clock.set(LocalDate.of(2025, 1, 5));
        Person merged = onRecord.merge(season, first, second);

        Run after = season.run();
        assertThat(determined(after)).containsOnlyKeys(first.number());
        assertThat(determined(after).get(first.number()).subsidy()).isEqualTo(40_000);
        assertThat(everybody(after).digest()).as("looked at anew").isEqualTo(after.digest());
        assertThat(everybody(before).digest()).as("as known before").isEqualTo(before.digest());

        clock.set(LocalDate.of(2025, 1, 8));
        onRecord.separate(season, merged);
        assertThat(determined(season.run())).containsOnlyKeys(second.number());
        assertThat(everybody(after).digest()).as("as known while they were one").isEqualTo(after.digest());
    }

    @Test
    void aDeathBeforeTheCoverCountsWheneverItIsTold() {
        clock.set(LocalDate.of(2025, 1, 15));
        season.accepted(
                FEDERATION,
                RosterKind.DEATHS,
                RosterWorkbook.deaths(Map.of(first, LocalDate.of(2024, 12, 20), second, LocalDate.of(2025, 1, 3))));
        Run run = season.run();

        assertThat(determined(run).get(first.number()).reason()).isEqualTo(221);
        assertThat(determined(run).get(second.number()).subsidy()).isEqualTo(40_000);
    }

    private Listed disabled() {
        return season.person().as("持证残疾人").disabled("肢体", "三级");
    }

    private Map<String, Determined> determined(Run run) {
        return Determined.in(season, run.id(), vault);
    }

    private Run everybody(Run as) {
        return season.run(new RunRequest(as.asKnownOn(), true));
    }

    private DecisionCard card(Run run, Listed listed) {
        Scope scope = new Scope(season.code());
        return season.clerk(() -> cards.card(
                        run.id(),
                        people.search(season.code(), scope, listed.number(), 1)
                                .get(0)
                                .id(),
                        season.code(),
                        scope)
                .orElseThrow());
    }
}
