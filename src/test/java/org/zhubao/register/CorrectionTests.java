package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.DeterminationDesk;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;
import org.zhubao.support.RosterWorkbook;

/** What is on record of a person is put right by two, and by newer lists; what was on record before is never lost. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
class CorrectionTests {

    private static final Department FEDERATION = Department.DISABLED_FEDERATION;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private CorrectingPersons correcting;

    @Autowired
    private People people;

    @Autowired
    private PersonEvents events;

    @Autowired
    private PersonRecords records;

    @Autowired
    private DeterminationDesk desk;

    @Autowired
    private OnRecord onRecord;

    @Test
    void aWrongDigitIsPutRightAndListsWithTheOldNumberStillMeanThePerson() {
        CountySeason season = counties.fresh(2021);
        Listed wrong = season.person().called("钱错号");
        Listed right = wrong.numbered(season.born(LocalDate.of(2006, 3, 4)).number());
        season.accepted(wrong);
        Run before = season.run();
        Person person = onRecord.found(season, wrong);
        onRecord.later();

        onRecord.renumber(season, wrong, right);

        assertThat(onRecord.found(season, right).id()).isEqualTo(person.id());
        assertThat(onRecord.found(season, wrong).id())
                .as("by the old number, too")
                .isEqualTo(person.id());
        assertThat(onRecord.found(season, right).birthDate()).isEqualTo(LocalDate.of(2006, 3, 4));
        onRecord.later();
        season.accepted(wrong);
        assertThat(season.clerk(() -> people.recognised(season.code(), 2021)))
                .as("the old list again changes nothing")
                .isEqualTo(1);
        season.accepted(right);
        assertThat(season.clerk(() -> people.recognised(season.code(), 2021))).isEqualTo(1);
        onRecord.later();
        assertThat(subsidy(season, season.run()))
                .as("a child of 16 is paid by another clause than somebody grown up")
                .isNotEqualTo(subsidy(season, before));
        assertThat(season.run(new RunRequest(before.asKnownOn(), true)).digest())
                .as("as known then the birth date is the old one")
                .isEqualTo(before.digest());
    }

    @Test
    void aNameThatWasPutRightDoesNotComeBackByAList() {
        CountySeason season = counties.fresh(2021);
        Listed listed = season.person().called("王小名");
        season.accepted(listed);
        Person person = onRecord.found(season, listed);
        onRecord.later();
        onRecord.rename(season, listed, "王小明");
        onRecord.later();

        season.accepted(listed);

        assertThat(onRecord.found(season, listed).name()).isEqualTo("王小明");
        assertThat(season.clerk(() -> records.of(person)))
                .extracting(PersonMoment::messageKey)
                .contains("person.moment.registered", "person.moment.renamed", "person.moment.correction.confirmed");
    }

    @Test
    void aNewerListTellsNameAndTownshipAndTheOldOnesStay() {
        CountySeason season = counties.fresh(2021);
        Listed listed = season.person().called("李旧名").in(CountySeason.EAST);
        season.accepted(listed);
        Run before = season.run();
        onRecord.later();

        season.accepted(
                FEDERATION,
                RosterKind.FULL,
                listed.called("李新名").in(CountySeason.WEST).as("一般残疾人").disabled("肢体", "三级"));

        Person person = onRecord.found(season, listed);
        assertThat(person.name()).isEqualTo("李新名");
        assertThat(person.township()).isEqualTo(CountySeason.WEST);
        assertThat(season.clerk(() -> people.find(person.id(), season.code(), new Scope(season.code() + "001"))))
                .as("the officer of the old township sees them no longer")
                .isEmpty();
        onRecord.later();
        Run after = season.run();
        Run then = season.run(new RunRequest(before.asKnownOn(), true));
        assertThat(townships(season, after)).containsExactly(CountySeason.WEST);
        assertThat(townships(season, then)).containsExactly(CountySeason.EAST);
    }

    @Test
    void twoRecordsOfOnePersonBecomeOneAndTwoAgain() {
        CountySeason season = counties.fresh(2021);
        Listed kept = season.person().called("赵一人");
        Listed other = season.person().called("赵一人");
        season.accepted(kept, other);
        season.accepted(FEDERATION, RosterKind.FULL, other.as("一般残疾人").disabled("肢体", "三级"));
        season.accepted(
                Department.HEALTH, RosterKind.DEATHS, RosterWorkbook.deaths(Map.of(other, LocalDate.of(2021, 2, 1))));
        Run before = season.run();
        Person keptRecord = onRecord.found(season, kept);
        onRecord.later();

        Person otherRecord = onRecord.merge(season, kept, other);

        assertThat(onRecord.open(season, keptRecord))
                .extracting(Claim::department, Claim::identity)
                .containsExactlyInAnyOrder(
                        tuple("civil-affairs", "subsistence-allowance"), tuple("disabled", "moderately-disabled"));
        assertThat(onRecord.open(season, otherRecord)).isEmpty();
        assertThat(season.clerk(() -> events.of(keptRecord)))
                .filteredOn(event -> event.knownTo() == null)
                .hasSize(1);
        assertThat(onRecord.found(season, other).id())
                .as("the other number finds the one")
                .isEqualTo(keptRecord.id());
        onRecord.later();
        season.accepted(kept, other);
        assertThat(season.clerk(() -> people.recognised(season.code(), 2021))).isEqualTo(1);
        onRecord.later();
        Run merged = season.run();
        assertThat(merged.personsTotal()).isEqualTo(1);
        onRecord.later();

        onRecord.separate(season, otherRecord);

        assertThat(onRecord.open(season, keptRecord))
                .extracting(Claim::identity)
                .containsExactly("subsistence-allowance");
        assertThat(onRecord.open(season, otherRecord))
                .extracting(Claim::identity)
                .containsExactlyInAnyOrder("subsistence-allowance", "moderately-disabled");
        onRecord.later();
        Run after = season.run();
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(season.run(new RunRequest(merged.asKnownOn(), true)).digest())
                .as("what was known while they were one is still known")
                .isEqualTo(merged.digest());
    }

    @Test
    void whoProposesDoesNotConfirmAndWhatIsTakenIsRefused() {
        CountySeason season = counties.fresh(2021);
        Listed one = season.person();
        Listed other = season.person();
        season.accepted(one, other);
        Person person = onRecord.found(season, one);

        assertThat(refusal(() -> onRecord.renumber(season, one, other))).isEqualTo("correction.number-taken");
        UUID name = season.clerk(() -> correcting.proposeName(person, season.code(), "王改名", "x", "clerk"));
        assertThat(refusal(() -> season.clerkDoes(() -> correcting.confirm(name, season.code(), "clerk"))))
                .isEqualTo("four-eyes");
        season.clerkDoes(() -> correcting.reject(name, season.code(), "reviewer"));
        assertThat(onRecord.found(season, one).name()).isEqualTo(one.name());
        assertThat(refusal(() -> onRecord.confirm(season, name))).isEqualTo("correction.decided");
    }

    @Test
    void whatTwoHaveProposedAlikeIsDoneOnceOnly() {
        CountySeason season = counties.fresh(2021);
        Listed kept = season.person();
        Listed other = season.person();
        season.accepted(kept, other);
        Person record = onRecord.found(season, kept);
        Person otherRecord = onRecord.found(season, other);
        UUID second = onRecord.proposedMerge(season, record, otherRecord);
        onRecord.merge(season, kept, other);
        UUID separation = season.clerk(() -> correcting.proposeSeparation(otherRecord, season.code(), "确为两人", "clerk"));

        assertThat(refusal(() -> onRecord.confirm(season, second))).isEqualTo("correction.one-already");
        onRecord.separate(season, otherRecord);
        assertThat(refusal(() -> onRecord.confirm(season, separation))).isEqualTo("correction.not-merged");
    }

    @Test
    void aRecordThatAnotherHasBecomeOneWithIsTheOneToKeep() {
        CountySeason season = counties.fresh(2021);
        Listed first = season.person();
        Listed second = season.person();
        Listed third = season.person();
        season.accepted(first, second, third);
        onRecord.merge(season, second, first);

        assertThat(refusal(() -> onRecord.merge(season, third, second)))
                .as("lists go on naming the first one by its own number")
                .isEqualTo("correction.one-already");
        onRecord.merge(season, second, third);
        onRecord.later();
        season.accepted(first, second, third);
        assertThat(season.run().personsTotal()).isEqualTo(1);
    }

    @Test
    void whatIsOnRecordCannotBeOverwrittenWithoutATime() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());

        assertThatThrownBy(() -> season.owner()
                        .sql("update person set name = 'x' where county = ?")
                        .param(season.code())
                        .update())
                .hasMessageContaining("changes from some moment on");
    }

    private static String refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).code();
    }

    private long subsidy(CountySeason season, Run run) {
        return season.clerk(() -> desk.sums(run)).stream()
                .mapToLong(DeterminationDesk.Sum::subsidyFen)
                .sum();
    }

    private List<String> townships(CountySeason season, Run run) {
        return season.clerk(() -> desk.lines(run, DeterminationDesk.Filter.ALL, 0, 10)).stream()
                .map(DeterminationDesk.Line::township)
                .toList();
    }
}
