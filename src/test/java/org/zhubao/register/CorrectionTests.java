package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
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
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SettableClock;

/** What is on record of a person is put right by two, and by newer lists; what was on record before is never lost. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
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
    private SettableClock clock;

    @Test
    void aWrongDigitIsPutRightAndListsWithTheOldNumberStillMeanThePerson() {
        CountySeason season = counties.fresh(2021);
        Listed wrong = season.person().called("钱错号");
        Listed right = wrong.numbered(season.born(LocalDate.of(2006, 3, 4)).number());
        season.accepted(wrong);
        Run before = season.run();
        Person person = found(season, wrong);
        later();

        confirm(
                season,
                season.clerk(() -> correcting.proposeNumber(
                        person, season.code(), IdNumber.of(right.number()).orElseThrow(), "身份证复印件", "clerk")));

        assertThat(found(season, right).id()).isEqualTo(person.id());
        assertThat(found(season, wrong).id()).as("by the old number, too").isEqualTo(person.id());
        assertThat(found(season, right).birthDate()).isEqualTo(LocalDate.of(2006, 3, 4));
        later();
        season.accepted(wrong);
        assertThat(season.clerk(() -> people.recognised(season.code(), 2021)))
                .as("the old list again changes nothing")
                .isEqualTo(1);
        season.accepted(right);
        assertThat(season.clerk(() -> people.recognised(season.code(), 2021))).isEqualTo(1);
        later();
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
        Person person = found(season, listed);
        later();
        confirm(season, season.clerk(() -> correcting.proposeName(person, season.code(), "王小明", "户口簿", "clerk")));
        later();

        season.accepted(listed);

        assertThat(found(season, listed).name()).isEqualTo("王小明");
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
        later();

        season.accepted(
                FEDERATION,
                RosterKind.FULL,
                listed.called("李新名").in(CountySeason.WEST).as("一般残疾人").disabled("肢体", "三级"));

        Person person = found(season, listed);
        assertThat(person.name()).isEqualTo("李新名");
        assertThat(person.township()).isEqualTo(CountySeason.WEST);
        assertThat(season.clerk(() -> people.find(person.id(), season.code(), new Scope(season.code() + "001"))))
                .as("the officer of the old township sees them no longer")
                .isEmpty();
        later();
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
        Person keptRecord = found(season, kept);
        Person otherRecord = found(season, other);
        later();

        confirm(
                season,
                season.clerk(
                        () -> correcting.proposeMerge(keptRecord, otherRecord, season.code(), "同一人两个号码", "clerk")));

        assertThat(open(season, keptRecord))
                .extracting(Claim::department, Claim::identity)
                .containsExactlyInAnyOrder(
                        tuple("civil-affairs", "subsistence-allowance"), tuple("disabled", "moderately-disabled"));
        assertThat(open(season, otherRecord)).isEmpty();
        assertThat(season.clerk(() -> events.of(keptRecord)))
                .filteredOn(event -> event.knownTo() == null)
                .hasSize(1);
        assertThat(found(season, other).id())
                .as("the other number finds the one")
                .isEqualTo(keptRecord.id());
        later();
        season.accepted(kept, other);
        assertThat(season.clerk(() -> people.recognised(season.code(), 2021))).isEqualTo(1);
        later();
        Run merged = season.run();
        assertThat(merged.personsTotal()).isEqualTo(1);
        later();

        confirm(season, season.clerk(() -> correcting.proposeSeparation(otherRecord, season.code(), "确为两人", "clerk")));

        assertThat(open(season, keptRecord)).extracting(Claim::identity).containsExactly("subsistence-allowance");
        assertThat(open(season, otherRecord))
                .extracting(Claim::identity)
                .containsExactlyInAnyOrder("subsistence-allowance", "moderately-disabled");
        later();
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
        Person person = found(season, one);

        assertThatThrownBy(() -> season.clerk(() -> correcting.proposeNumber(
                        person, season.code(), IdNumber.of(other.number()).orElseThrow(), "x", "clerk")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("correction.number-taken"));
        UUID name = season.clerk(() -> correcting.proposeName(person, season.code(), "王改名", "x", "clerk"));
        assertThatThrownBy(() -> season.clerkDoes(() -> correcting.confirm(name, season.code(), "clerk")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("four-eyes"));
        season.clerkDoes(() -> correcting.reject(name, season.code(), "reviewer"));
        assertThat(found(season, one).name()).isEqualTo(one.name());
        assertThatThrownBy(() -> season.clerkDoes(() -> correcting.confirm(name, season.code(), "reviewer")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("correction.decided"));
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

    private void confirm(CountySeason season, UUID correction) {
        season.clerkDoes(() -> correcting.confirm(correction, season.code(), "reviewer"));
    }

    private void later() {
        Instant now = clock.instant();
        clock.set(now.plusMillis(5));
    }

    private List<Claim> open(CountySeason season, Person person) {
        return season.clerk(() -> people.claims(person, 2021)).stream()
                .filter(claim -> claim.knownTo() == null)
                .toList();
    }

    private Person found(CountySeason season, Listed person) {
        return season.clerk(() -> people.search(season.code(), new Scope(season.code()), person.number(), 2)
                .get(0));
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
