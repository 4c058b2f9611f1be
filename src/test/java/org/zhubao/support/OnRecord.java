package org.zhubao.support;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Scope;
import org.zhubao.protection.IdNumber;
import org.zhubao.register.Claim;
import org.zhubao.register.CorrectingPersons;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.review.DecidingItems;
import org.zhubao.review.Grounds;
import org.zhubao.review.Selection;

/** What is on record of people in the counties of a test, and how two of the office, or of the city's, put it right. */
@TestComponent
public class OnRecord {

    private static final String CITY = "5104";

    private final People people;
    private final CorrectingPersons correcting;
    private final DecidingItems deciding;
    private final SettableClock clock;

    OnRecord(People people, CorrectingPersons correcting, DecidingItems deciding, SettableClock clock) {
        this.people = people;
        this.correcting = correcting;
        this.deciding = deciding;
        this.clock = clock;
    }

    /** Whom the county finds by the number; a record that has become one with another is found as that one. */
    public Person found(CountySeason season, Listed listed) {
        return season.clerk(() -> people.search(season.code(), new Scope(season.code()), listed.number(), 1)
                .get(0));
    }

    /** Whom the city finds by the number, whichever county lists them. */
    public Person foundByTheCity(CountySeason season, Listed listed) {
        return SignedIn.doing(
                Membership.of(Role.CLERK, CITY), () -> people.byNumber(season.code(), new Scope(CITY), number(listed))
                        .orElseThrow());
    }

    /** Whether nobody is recognised in the county. */
    public boolean isEmpty(CountySeason season) {
        return season.clerk(() -> people.recognised(season.code(), season.year())) == 0;
    }

    /** What counts of all that the county sees claimed of somebody. */
    public List<Claim> open(CountySeason season, Person person) {
        return season.clerk(() -> people.claims(person, season.year())).stream()
                .filter(claim -> claim.knownTo() == null)
                .toList();
    }

    public void renumber(CountySeason season, Listed wrong, Listed right) {
        Person person = found(season, wrong);
        confirm(
                season,
                season.clerk(() -> correcting.proposeNumber(person, season.code(), number(right), "身份证复印件", "clerk")));
    }

    public void rename(CountySeason season, Listed wrong, String right) {
        Person person = found(season, wrong);
        confirm(season, season.clerk(() -> correcting.proposeName(person, season.code(), right, "户口簿", "clerk")));
    }

    /** Makes two records of a county one. @return the record that was merged into the other */
    public Person merge(CountySeason season, Listed kept, Listed other) {
        Person merged = found(season, other);
        confirm(season, proposedMerge(season, found(season, kept), merged));
        return merged;
    }

    public UUID proposedMerge(CountySeason season, Person kept, Person merged) {
        return season.clerk(() -> correcting.proposeMerge(kept, merged, season.code(), "同一人两个号码", "clerk"));
    }

    /** Makes the records of two counties one, which the city does. @return the record that was merged into the other */
    public Person mergeByTheCity(CountySeason here, Listed kept, Listed other) {
        Person merged = foundByTheCity(here, other);
        Person stays = foundByTheCity(here, kept);
        SignedIn.doing(Membership.of(Role.CLERK, CITY), () -> {
            UUID merge = correcting.proposeMerge(stays, merged, here.code(), "同一人两个号码", "city");
            correcting.confirm(merge, here.code(), "reviewer");
            return merge;
        });
        return merged;
    }

    /** Makes them two again. */
    public void separate(CountySeason season, Person merged) {
        confirm(season, season.clerk(() -> correcting.proposeSeparation(merged, season.code(), "确为两人", "clerk")));
    }

    public void confirm(CountySeason season, UUID correction) {
        season.clerkDoes(() -> correcting.confirm(correction, season.code(), "reviewer"));
    }

    /** Two state of somebody what no department does. @param fact {@code student=yes} */
    public void state(CountySeason season, Listed listed, String fact) {
        Selection person = Selection.person(found(season, listed).id());
        Grounds grounds = new Grounds("查验证件", "证件复印件", LocalDate.EPOCH, null, null);
        UUID proposal =
                season.clerk(() -> deciding.propose(season.place(), person, Verdict.ofCode(fact), grounds, 1, "clerk"));
        season.clerkDoes(() -> deciding.approve(season.place(), proposal, "reviewer"));
    }

    /** Some moments pass, so that what follows is known from later on. */
    public void later() {
        clock.set(clock.instant().plusMillis(5));
    }

    public static IdNumber number(Listed listed) {
        return IdNumber.of(listed.number()).orElseThrow();
    }
}
