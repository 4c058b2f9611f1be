package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhubao.division.Department.CIVIL_AFFAIRS;
import static org.zhubao.division.Department.DISABLED_FEDERATION;
import static org.zhubao.division.Department.HEALTH;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;

/** A list is taken back after records were put right, or after another list said the same: what still stands stands. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
class TakenBackTests {

    private static final LocalDate NOVEMBER = LocalDate.of(2024, 11, 5);
    private static final LocalDate DECEMBER = LocalDate.of(2024, 12, 2);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private PersonEvents events;

    private CountySeason season;
    private Listed one;
    private Listed other;

    @BeforeEach
    void twoPeople() {
        season = counties.fresh(2025);
        one = season.person().called("赵一人");
        other = season.person().called("赵一人");
    }

    @Test
    void whatARemovalEndedGoesToTheRecordThatOneHasBecomeSince() {
        season.accepted(one, other.as("特困人员"));
        UUID removal = later(() -> season.accepted(CIVIL_AFFAIRS, RosterKind.REMOVALS, other.as("特困人员")));
        Person merged = later(() -> onRecord.merge(season, one, other));

        later(() -> season.withdraw(removal));

        assertThat(onRecord.open(season, merged)).isEmpty();
        assertThat(onRecord.open(season, onRecord.found(season, one)))
                .extracting(Claim::identity)
                .containsExactlyInAnyOrder("subsistence-allowance", "destitute-support");
        assertThat(season.run().personsTotal()).isEqualTo(1);
    }

    @Test
    void whatWasRemovedWhileTheyWereOneGoesBackToTheRecordItWasToldOf() {
        season.accepted(one, other.as("特困人员"));
        Person merged = later(() -> onRecord.merge(season, one, other));
        UUID removal = later(() -> season.accepted(CIVIL_AFFAIRS, RosterKind.REMOVALS, other.as("特困人员")));
        later(() -> onRecord.separate(season, merged));

        later(() -> season.withdraw(removal));

        assertThat(onRecord.open(season, onRecord.found(season, one)))
                .extracting(Claim::identity)
                .containsExactly("subsistence-allowance");
        assertThat(onRecord.open(season, merged)).extracting(Claim::identity).containsExactly("destitute-support");
    }

    @Test
    void whatGaveWayToTheSameWordOfAnotherListStandsOnceThatListIsTakenBack() {
        UUID first = season.accepted(other);
        UUID second = later(() -> season.accepted(CIVIL_AFFAIRS, RosterKind.ADDITIONS, one));
        Person merged = later(() -> onRecord.merge(season, one, other));
        Person kept = onRecord.found(season, one);

        later(() -> season.withdraw(second));

        assertThat(onRecord.open(season, kept)).extracting(Claim::rosterId).containsExactly(first);
        later(() -> onRecord.separate(season, merged));
        assertThat(onRecord.open(season, kept)).isEmpty();
        assertThat(onRecord.open(season, merged)).extracting(Claim::rosterId).containsExactly(first);
    }

    @Test
    void aDeathThatTwoListsTellIsKnownUntilBothAreTakenBack() {
        season.accepted(one);
        UUID first = later(() -> died(HEALTH, NOVEMBER));
        UUID second = later(() -> died(DISABLED_FEDERATION, NOVEMBER));

        later(() -> season.withdraw(first));
        assertThat(deaths()).containsExactly(tuple(NOVEMBER, second));

        later(() -> season.withdraw(second));
        assertThat(deaths()).isEmpty();
    }

    @Test
    void aDayOfDeathThatWasTakenBackDoesNotComeBackWithALaterList() {
        season.accepted(one);
        UUID first = later(() -> died(HEALTH, NOVEMBER));
        UUID second = later(() -> died(DISABLED_FEDERATION, DECEMBER));

        later(() -> season.withdraw(first));
        assertThat(deaths()).containsExactly(tuple(DECEMBER, second));

        later(() -> season.withdraw(second));
        assertThat(deaths()).isEmpty();
    }

    @Test
    void aDeathThatWasToldOfTheRecordThatIsGoneStaysKnownOfTheOneItHasBecome() {
        season.accepted(one, other);
        UUID first = later(() -> died(HEALTH, other, NOVEMBER));
        UUID second = later(() -> died(DISABLED_FEDERATION, other, DECEMBER));
        later(() -> onRecord.merge(season, one, other));

        later(() -> season.withdraw(second));

        assertThat(deaths()).containsExactly(tuple(NOVEMBER, first));
    }

    @Test
    void theNameAndTownshipOfBeforeAreOnRecordAgainAndMayBeToldAnew() {
        Listed before = one.called("王小明").in(CountySeason.EAST);
        season.accepted(before);
        UUID mistaken = later(() -> season.accepted(before.called("王大明").in(CountySeason.WEST)));

        later(() -> season.withdraw(mistaken));

        assertOnRecord("王小明", CountySeason.EAST);
        later(() -> season.accepted(before.in(CountySeason.WEST)));
        assertOnRecord("王小明", CountySeason.WEST);
    }

    @Test
    void whatWasPutRightOrToldByAnotherListSinceStays() {
        season.accepted(one.called("王小明").in(CountySeason.EAST));
        Listed mistaken = one.called("王大明").in(CountySeason.WEST);
        UUID list = later(() -> season.accepted(mistaken));
        later(() -> onRecord.rename(season, one, "王晓明"));
        later(() -> season.accepted(
                DISABLED_FEDERATION, RosterKind.FULL, mistaken.as("残疾人").disabled("肢体", "三级")));

        later(() -> season.withdraw(list));

        assertOnRecord("王晓明", CountySeason.WEST);
    }

    private void assertOnRecord(String name, String township) {
        assertThat(onRecord.found(season, one))
                .extracting(Person::name, Person::township)
                .containsExactly(name, township);
        assertThat(season.owner()
                        .sql("select distinct d.name from identity_claim c join division d on d.code = c.township"
                                + " where c.county = ? and c.known_to is null")
                        .param(season.code())
                        .query(String.class)
                        .list())
                .as("whose officer sees what is claimed")
                .containsExactly(township);
    }

    private UUID died(Department told, LocalDate day) {
        return died(told, one, day);
    }

    private UUID died(Department told, Listed person, LocalDate day) {
        return season.died(told, Map.of(person, day));
    }

    /** The days on which the person died, as far as that is still said, with the list that says so. */
    private Iterable<Tuple> deaths() {
        Person person = onRecord.found(season, one);
        return season.clerk(() -> events.of(person)).stream()
                .filter(event -> event.knownTo() == null)
                .map(event -> tuple(event.happenedOn(), event.rosterId()))
                .toList();
    }

    private <T> T later(Supplier<T> work) {
        onRecord.later();
        return work.get();
    }

    private void later(Runnable work) {
        onRecord.later();
        work.run();
    }
}
