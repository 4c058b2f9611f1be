package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.protection.IdNumber;
import org.zhubao.register.CorrectingPersons;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.register.PersonHistory;
import org.zhubao.register.PersonMoment;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** A payment under a number that was put right, or under that of a record that became one with another, is the person's. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class RenumberedPayersTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private CorrectingPersons correcting;

    @Autowired
    private People people;

    @Autowired
    private List<PersonHistory> histories;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LeviedSeason levied;

    private CountySeason season;

    @BeforeEach
    void aFreshCounty() {
        season = counties.fresh(2021);
        clock.set(LocalDate.of(2020, 8, 20));
    }

    @Test
    void whatWasPaidUnderAMistypedNumberIsPaidByThePersonWhoseNumberWasPutRight() {
        Listed mistyped = season.person().called("钱错号");
        Listed right = mistyped.numbered(season.person().number());
        push(mistyped);
        putRight(mistyped, right);
        paid(PaymentSheet.payments().paid(mistyped, 275, 30, "2020-10-09"));

        assertThat(found()).containsExactly(Map.entry("钱错号", "OK 0"));
        assertThat(payments(person(right))).isEqualTo(1);
    }

    @Test
    void whoeverPaysUnderBothNumbersHasPaidTwice() {
        Listed mistyped = season.person().called("钱两次");
        Listed right = mistyped.numbered(season.person().number());
        push(mistyped);
        putRight(mistyped, right);
        paid(PaymentSheet.payments().paid(mistyped, 275, 30, "2020-10-09").paid(right, 275, 30, "2020-11-09"));

        assertThat(found()).containsExactly(Map.entry("钱两次", "PAID_TWICE -27500"));
    }

    @Test
    void aRecordThatBecameOneWithAnotherBringsItsMarkItsPaymentAndItsState() {
        Listed paid = season.person().called("孙两号");
        Listed employed = season.person().called("李两号");
        push(paid, employed);
        Listed paidOnRecord = paid.numbered(season.person().number());
        Listed employedOnRecord = employed.numbered(season.person().number());
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, paidOnRecord, employedOnRecord);
        merge(paidOnRecord, paid);
        merge(employedOnRecord, employed);
        paid(PaymentSheet.payments().paid(paid, 275, 30, "2020-10-09"));
        levied.insured(season, PaymentSheet.statuses().insured(employed, "职工医保", "本地", "在职参保"));

        assertThat(found()).containsOnly(Map.entry("孙两号", "OK 0"), Map.entry("李两号", "EMPLOYEE 0"));
        assertThat(payments(person(paidOnRecord))).isEqualTo(1);
    }

    @Test
    void onceThePersonIsMarkedUnderTheNumberOnRecordTheOtherMarkIsNobodys() {
        Listed old = season.person().called("孙改号");
        push(old);
        Listed onRecord = old.numbered(season.person().number());
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, onRecord);
        merge(onRecord, old);
        levied.push(season);
        paid(PaymentSheet.payments().paid(onRecord, 275, 30, "2020-10-09"));

        assertThat(found()).containsExactly(Map.entry("孙改号", "OK 0"));
    }

    @Test
    void ofTwoMarksThatBecameOnePersonsTheOneOfTheNumberOnRecordCountsAlone() {
        Listed old = season.person().called("孙两标");
        Listed onRecord = old.numbered(season.person().number());
        push(old, onRecord);
        merge(onRecord, old);
        paid(PaymentSheet.payments().paid(onRecord, 275, 30, "2020-10-09"));

        assertThat(found()).containsExactly(Map.entry("孙两标", "OK 0"));
    }

    @Test
    void whatIsPaidElsewhereUnderAMistypedNumberIsPaidElsewhere() {
        Listed mistyped = season.person().called("钱异地");
        Listed right = mistyped.numbered(season.person().number());
        push(mistyped);
        putRight(mistyped, right);
        inAnotherCounty(() -> paid(PaymentSheet.payments().paid(mistyped, 275, 30, "2020-10-09")));

        assertThat(found()).containsExactly(Map.entry("钱异地", "ELSEWHERE 0"));
    }

    @Test
    void whoeverPaysInTwoCountiesUnderTwoNumbersIsCountedTwice() {
        Listed mistyped = season.person().called("孙两地");
        Listed right = mistyped.numbered(season.person().number());
        push(mistyped);
        putRight(mistyped, right);
        paid(PaymentSheet.payments().paid(mistyped, 275, 30, "2020-10-09"));
        inAnotherCounty(() -> {
            season.accepted(right);
            pushAll();
            paid(PaymentSheet.payments().paid(right, 275, 30, "2020-11-09"));
            assertThat(found()).containsExactly(Map.entry("孙两地", "COUNTED_TWICE -27500"));
        });

        assertThat(found()).as("listed here first").containsExactly(Map.entry("孙两地", "OK 0"));
    }

    private void putRight(Listed mistyped, Listed right) {
        Person person = person(mistyped);
        confirm(() -> correcting.proposeNumber(
                person, season.code(), IdNumber.of(right.number()).orElseThrow(), "身份证复印件", "clerk"));
    }

    private void inAnotherCounty(Runnable work) {
        CountySeason here = season;
        season = counties.fresh(2021);
        work.run();
        season = here;
    }

    private void push(Listed... listed) {
        season.accepted(listed);
        clock.set(LocalDate.of(2020, 8, 27));
        pushAll();
    }

    private void pushAll() {
        levied.push(season);
        clock.set(clock.instant().plusSeconds(60));
    }

    private void merge(Listed kept, Listed merged) {
        Person one = person(kept);
        Person other = person(merged);
        confirm(() -> correcting.proposeMerge(one, other, season.code(), "同一人两个号码", "clerk"));
        clock.set(clock.instant().plusSeconds(60));
    }

    private void confirm(Supplier<UUID> proposal) {
        UUID id = season.clerk(proposal);
        season.clerkDoes(() -> correcting.confirm(id, season.code(), "reviewer"));
    }

    private void paid(PaymentSheet sheet) {
        levied.paid(season, sheet);
    }

    private Person person(Listed listed) {
        return season.clerk(() -> people.search(season.code(), new Scope(season.code()), listed.number(), 1))
                .get(0);
    }

    private long payments(Person person) {
        return season.clerk(() -> histories.stream()
                .flatMap(part -> part.of(person).stream())
                .map(PersonMoment::messageKey)
                .filter("person.moment.payment"::equals)
                .count());
    }

    private Map<String, String> found() {
        clock.set(LocalDate.of(2021, 3, 1));
        return levied.found(season);
    }
}
