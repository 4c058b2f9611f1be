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
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;

/** Two records become one with all that is said of both: where several counties say it, only the city can do that. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class MergesAcrossCountiesTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private CorrectingPersons correcting;

    @Autowired
    private People people;

    @Autowired
    private OnRecord onRecord;

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
        Person kept = onRecord.found(here, right);

        assertThat(here.clerk(() -> people.byNumber(here.code(), new Scope(here.code()), OnRecord.number(wrong))))
                .as("a county does not even see the other's")
                .isEmpty();
        onRecord.later();
        onRecord.mergeByTheCity(here, right, wrong);

        assertThat(onRecord.open(here, kept)).hasSize(1);
        assertThat(onRecord.open(there, kept))
                .as("what the other county says, too")
                .hasSize(1);
        assertThat(onRecord.found(there, wrong).id()).as("by its own number").isEqualTo(kept.id());
        onRecord.later();
        there.accepted(wrong);
        assertThat(there.clerk(() -> people.recognised(there.code(), 2021))).isEqualTo(1);
        assertThat(there.run().personsTotal()).isEqualTo(1);
    }

    @Test
    void aCountyLeavesNothingBehindThatAnotherSaysOfTheRecord() {
        here.accepted(right, wrong);
        Person kept = onRecord.found(here, right);
        Person merged = onRecord.found(here, wrong);
        UUID proposed = onRecord.proposedMerge(here, kept, merged);
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
        assertThat(onRecord.open(here, merged)).as("nothing has moved").hasSize(1);
    }

    @Test
    void aCountyMakesItsRecordsTwoAgainThoughAnotherListsTheOneThatWasKept() {
        Person merged = madeOneHere();
        there.accepted(right);
        Person kept = onRecord.found(here, right);
        onRecord.later();

        onRecord.separate(here, merged);

        assertThat(onRecord.open(here, kept)).hasSize(1);
        assertThat(onRecord.open(here, merged)).hasSize(1);
        assertThat(onRecord.open(there, kept))
                .as("what the other county says stays there")
                .hasSize(1);
    }

    @Test
    void whereAnotherCountyListsTheOtherNumberOnlyTheCityMakesThemTwoAgain() {
        Person merged = madeOneHere();
        UUID proposed = here.clerk(() -> correcting.proposeSeparation(merged, here.code(), "两个人", "clerk"));
        there.accepted(wrong);
        onRecord.later();

        List<Supplier<UUID>> attempts =
                List.of(() -> correcting.proposeSeparation(merged, here.code(), "两个人", "clerk"), () -> {
                    correcting.confirm(proposed, here.code(), "reviewer");
                    return proposed;
                });
        assertThat(onRecord.found(there, wrong).id()).as("by its own number").isNotEqualTo(merged.id());
        assertThat(attempts).allSatisfy(attempt -> assertThatThrownBy(() -> here.clerk(attempt))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("correction.told-beyond-scope");
                    assertThat(refusal.arguments())
                            .containsExactly(there.county().name());
                }));

        SignedIn.doing(Membership.of(Role.REVIEWER, "5104"), () -> {
            correcting.confirm(proposed, here.code(), "city-reviewer");
            return proposed;
        });
        assertThat(onRecord.open(here, merged)).hasSize(1);
        assertThat(onRecord.open(there, merged))
                .as("the other county's word goes back, too")
                .hasSize(1);
    }

    @Test
    void whoseNumberOneCountyHasPutRightIsNotRegisteredOnceMoreByAnotherThatListsTheOldOne() {
        here.accepted(wrong);
        Person person = onRecord.found(here, wrong);
        onRecord.later();
        onRecord.renumber(here, wrong, right);
        onRecord.later();

        there.accepted(wrong);

        assertThat(onRecord.open(there, person)).hasSize(1);
        assertThat(onRecord.found(there, wrong).id())
                .as("by the number it lists the person with")
                .isEqualTo(person.id());
    }

    /** @return the record that was merged into the other */
    private Person madeOneHere() {
        here.accepted(right, wrong);
        onRecord.later();
        Person merged = onRecord.merge(here, right, wrong);
        assertThat(onRecord.open(here, merged)).isEmpty();
        onRecord.later();
        return merged;
    }
}
