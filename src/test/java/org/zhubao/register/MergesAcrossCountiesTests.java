package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Scope;
import org.zhubao.protection.IdNumber;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** Two records become one with all that is said of both: where several counties say it, only the city can do that. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class MergesAcrossCountiesTests {

    private static final String CITY = "5104";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private CorrectingPersons correcting;

    @Autowired
    private People people;

    @Autowired
    private SettableClock clock;

    private CountySeason here;
    private CountySeason there;
    private Listed right;
    private Listed wrong;

    @BeforeEach
    void twoCounties() {
        here = counties.fresh(2021);
        there = counties.fresh(2021);
        right = here.person().called("赵一人");
        wrong = there.person().called("赵一人");
    }

    @Test
    void theCityMakesTheRecordsOfTwoCountiesOneAndBothGoOnListingThatOne() {
        here.accepted(right);
        there.accepted(wrong);
        Person kept = found(here, new Scope(here.code()), right);

        assertThat(here.clerk(() -> people.byNumber(here.code(), new Scope(here.code()), number(wrong))))
                .as("a county does not even see the other's")
                .isEmpty();
        Person merged = city(() ->
                people.byNumber(here.code(), new Scope(CITY), number(wrong)).orElseThrow());
        later();
        UUID merge = city(() -> correcting.proposeMerge(kept, merged, here.code(), "同一人两个号码", "city"));
        city(() -> {
            correcting.confirm(merge, here.code(), "reviewer");
            return true;
        });

        assertThat(open(here, kept)).hasSize(1);
        assertThat(open(there, kept)).as("what the other county says, too").hasSize(1);
        assertThat(found(there, new Scope(there.code()), wrong).id())
                .as("by its own number")
                .isEqualTo(kept.id());
        later();
        there.accepted(wrong);
        assertThat(there.clerk(() -> people.recognised(there.code(), 2021))).isEqualTo(1);
        assertThat(there.run().personsTotal()).isEqualTo(1);
    }

    @Test
    void aCountyLeavesNothingBehindThatAnotherSaysOfTheRecord() {
        here.accepted(right, wrong);
        Person kept = found(here, new Scope(here.code()), right);
        Person merged = found(here, new Scope(here.code()), wrong);
        UUID proposed = here.clerk(() -> correcting.proposeMerge(kept, merged, here.code(), "x", "clerk"));
        there.accepted(wrong);

        List<Supplier<UUID>> attempts =
                List.of(() -> correcting.proposeMerge(kept, merged, here.code(), "x", "clerk"), () -> {
                    correcting.confirm(proposed, here.code(), "reviewer");
                    return proposed;
                });

        assertThat(attempts).allSatisfy(attempt -> assertThatThrownBy(() -> here.clerk(attempt))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("correction.beyond-scope");
                    assertThat(refusal.arguments())
                            .containsExactly(there.county().name());
                }));
        assertThat(open(here, merged)).as("nothing has moved").hasSize(1);
    }

    @Test
    void aCountyMakesItsRecordsTwoAgainThoughAnotherListsTheOneThatWasKept() {
        Person merged = madeOneHere();
        there.accepted(right);
        Person kept = found(here, new Scope(here.code()), right);
        later();

        UUID separation = here.clerk(() -> correcting.proposeSeparation(merged, here.code(), "两个人", "clerk"));
        here.clerkDoes(() -> correcting.confirm(separation, here.code(), "reviewer"));

        assertThat(open(here, kept)).hasSize(1);
        assertThat(open(here, merged)).hasSize(1);
        assertThat(open(there, kept))
                .as("what the other county says stays there")
                .hasSize(1);
    }

    @Test
    void whereAnotherCountyListsTheOtherNumberOnlyTheCityMakesThemTwoAgain() {
        Person merged = madeOneHere();
        UUID proposed = here.clerk(() -> correcting.proposeSeparation(merged, here.code(), "两个人", "clerk"));
        there.accepted(wrong);
        later();

        List<Supplier<UUID>> attempts =
                List.of(() -> correcting.proposeSeparation(merged, here.code(), "两个人", "clerk"), () -> {
                    correcting.confirm(proposed, here.code(), "reviewer");
                    return proposed;
                });
        assertThat(found(there, new Scope(there.code()), wrong).id())
                .as("by its own number")
                .isNotEqualTo(merged.id());
        assertThat(attempts).allSatisfy(attempt -> assertThatThrownBy(() -> here.clerk(attempt))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("correction.told-beyond-scope");
                    assertThat(refusal.arguments())
                            .containsExactly(there.county().name());
                }));

        city(() -> {
            correcting.confirm(proposed, here.code(), "city-reviewer");
            return true;
        });
        assertThat(open(here, merged)).hasSize(1);
        assertThat(open(there, merged))
                .as("the other county's word goes back, too")
                .hasSize(1);
    }

    @Test
    void whoseNumberOneCountyHasPutRightIsNotRegisteredOnceMoreByAnotherThatListsTheOldOne() {
        here.accepted(wrong);
        Person person = found(here, new Scope(here.code()), wrong);
        later();
        UUID correction =
                here.clerk(() -> correcting.proposeNumber(person, here.code(), number(right), "错一位", "clerk"));
        here.clerkDoes(() -> correcting.confirm(correction, here.code(), "reviewer"));
        later();

        there.accepted(wrong);

        assertThat(open(there, person)).hasSize(1);
        assertThat(found(there, new Scope(there.code()), wrong).id())
                .as("by the number it lists the person with")
                .isEqualTo(person.id());
    }

    /** @return the record that was merged into the other */
    private Person madeOneHere() {
        here.accepted(right, wrong);
        Person kept = found(here, new Scope(here.code()), right);
        Person merged = found(here, new Scope(here.code()), wrong);
        later();
        UUID merge = here.clerk(() -> correcting.proposeMerge(kept, merged, here.code(), "同一人两个号码", "clerk"));
        here.clerkDoes(() -> correcting.confirm(merge, here.code(), "reviewer"));
        assertThat(open(here, merged)).isEmpty();
        later();
        return merged;
    }

    private static <T> T city(Supplier<T> work) {
        return SignedIn.doing(Membership.of(Role.CLERK, CITY), work);
    }

    private void later() {
        clock.set(clock.instant().plusMillis(5));
    }

    private static IdNumber number(Listed listed) {
        return IdNumber.of(listed.number()).orElseThrow();
    }

    private List<Claim> open(CountySeason season, Person person) {
        return season.clerk(() -> people.claims(person, 2021)).stream()
                .filter(claim -> claim.knownTo() == null)
                .toList();
    }

    private Person found(CountySeason season, Scope scope, Listed listed) {
        return season.clerk(
                () -> people.search(season.code(), scope, listed.number(), 1).get(0));
    }
}
