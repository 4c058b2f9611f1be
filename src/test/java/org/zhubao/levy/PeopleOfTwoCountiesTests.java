package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.levy.ReconciliationSums.Charged;
import org.zhubao.register.Households;
import org.zhubao.register.Households.Household;
import org.zhubao.register.Households.Member;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SettableClock;

/** Whom another county has on record lives where the county's own lists say, and is counted and paid for there. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class PeopleOfTwoCountiesTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private People people;

    @Autowired
    private Households households;

    @Autowired
    private PeopleByStage stages;

    @Autowired
    private ReconciliationSums sums;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private SettableClock clock;

    private LeviedSeason levied;
    private CountySeason here;
    private Listed moved;

    @BeforeEach
    void whoIsOnRecordElsewhereIsListedHere(@Autowired AutowireCapableBeanFactory beans) {
        levied = beans.createBean(LeviedSeason.class);
        clock.set(LocalDate.of(2020, 8, 20));
        CountySeason there = counties.fresh(2021);
        here = counties.fresh(2021);
        moved = there.person().called("孙两地");
        there.accepted(moved.in(CountySeason.EAST));
        here.accepted(moved.in(CountySeason.WEST));
        assertThat(onRecord.found(there, moved).township()).isEqualTo(CountySeason.EAST);
    }

    @AfterEach
    void asItWas() {
        clock.set(SettableClock.START);
    }

    @Test
    void theirMoneyIsAddedUpForTheTownshipThatTheListsOfThePayingCountyTell() {
        levied.push(here);
        levied.paid(here, PaymentSheet.payments().paidFen(moved, 27_500, 3_000, "2020-10-09"));

        Reconciliation found = levied.reconcile(here);

        assertThat(here.clerk(() -> sums.byTownship(found)).parts())
                .extracting(Charged::code, Charged::subsidyFen)
                .containsExactly(tuple(west(), 27_500L));
        assertThat(sheet()).containsExactly("孙两地 " + CountySeason.WEST);
    }

    @Test
    void aLaterListMovesThemAndWhatWasKnownBeforeStays() {
        Run before = here.run();
        assertThat(townships(before)).containsExactly(west());
        assertSeenIn(CountySeason.WEST, west(), east());
        onRecord.later();
        here.accepted(moved.in(CountySeason.EAST));
        onRecord.later();

        Run after = here.run();

        assertThat(townships(after)).containsExactly(east());
        assertSeenIn(CountySeason.EAST, east(), west());
        Instant then = before.asKnownOn();
        assertThat(townships(here.run(new RunRequest(then, true)))).containsExactly(west());
    }

    @Test
    void theSameListOnceMoreChangesNothing() {
        onRecord.later();
        here.accepted(moved.in(CountySeason.WEST));

        Person person = onRecord.found(here, moved);
        assertThat(here.clerk(() -> people.claims(person, 2021))).hasSize(1);
    }

    @Test
    void theirHouseholdIsWhereTheCountysOwnListsSay() {
        Listed mother = here.person().called("孙妈妈").in(CountySeason.WEST);
        Listed namesake = here.person().called("李同号").in(CountySeason.EAST);
        here.accepted(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                RosterWorkbook.households(
                        "户编号", Map.of(mother, "A-7", moved.in(CountySeason.WEST), "A-7", namesake, "A-7")));

        assertThat(households(mother)).singleElement().satisfies(household -> assertThat(household.members())
                .extracting(Member::name, Member::township)
                .containsExactly(tuple("孙两地", CountySeason.WEST), tuple("孙妈妈", CountySeason.WEST)));
        assertThat(households(moved)).isEqualTo(households(mother));
        assertThat(households(namesake))
                .as("the same number in another township")
                .isEmpty();
    }

    private List<Household> households(Listed listed) {
        Person person = onRecord.found(here, listed);
        return here.clerk(() -> households.of(person, here.code(), here.year()));
    }

    /** On the person's page, in the search, in the numbers of the home page and the officer's own. */
    private void assertSeenIn(String name, String code, String other) {
        Person found = onRecord.found(here, moved);
        assertThat(found.township()).isEqualTo(name);
        assertThat(here.clerk(() -> people.find(found.id(), here.code(), new Scope(here.code())))
                        .map(Person::township))
                .contains(name);
        assertThat(here.clerk(() -> stages.count(here.place(), null, Set.of(Stage.RECOGNISED)))
                        .get(Stage.RECOGNISED))
                .isEqualTo(Map.of(code, 1));
        assertThat(here.clerk(() -> stages.lines(here.place(), null, Stage.RECOGNISED, code, 0, 9)))
                .extracting(PeopleByStage.Line::township)
                .containsExactly(name);
        assertThat(seenByTheOfficerOf(code)).containsExactly("孙两地");
        assertThat(seenByTheOfficerOf(other)).isEmpty();
    }

    private List<String> seenByTheOfficerOf(String township) {
        return SignedIn.doing(
                        Membership.of(Role.TOWNSHIP_OFFICER, township),
                        () -> people.search(here.code(), new Scope(township), moved.number(), 9))
                .stream()
                .map(Person::name)
                .toList();
    }

    private Set<String> townships(Run run) {
        return here
                .owner()
                .sql("select township from determination where run_id = ?")
                .param(run.id())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private List<String> sheet() {
        return here.clerk(() -> {
            UUID sheet = settling.freeze(here.county(), here.year(), "civil-affairs", "clerk");
            List<String> lines = new ArrayList<>();
            settling.read(
                    settling.sheet(sheet, here.code()).orElseThrow(),
                    stream -> stream.forEach(line -> lines.add(line.name() + " " + line.townshipName())));
            return lines;
        });
    }

    private String east() {
        return here.code() + "001";
    }

    private String west() {
        return here.code() + "002";
    }
}
