package org.zhubao.support;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Scope;
import org.zhubao.register.CorrectingPersons;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.support.SmallSeason.Someone;

/**
 * For a county three more people: one who may become one with somebody, and two who already have; and a correction that
 * waits.
 */
@TestComponent
public class CorrectionsOnTheirWay {

    private final SmallSeason season;
    private final CorrectingPersons correcting;
    private final People people;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    CorrectionsOnTheirWay(SmallSeason season, CorrectingPersons correcting, People people) {
        this.season = season;
        this.correcting = correcting;
        this.people = people;
    }

    /** @param pending id of the correction that waits */
    public record Made(String otherNumber, UUID merged, UUID pending) {}

    public Made of(String county) {
        return made.computeIfAbsent(county, this::make);
    }

    private Made make(String county) {
        String last = county.substring(4);
        Someone other = Someone.of("赵另一", "9" + last, 1);
        Someone keeper = Someone.of("赵留用", "7" + last, 1);
        Someone twin = Someone.of("赵并入", "8" + last, 1);
        season.told(county, other, keeper, twin);
        return SignedIn.doing(Role.CLERK, county, () -> {
            Person kept = person(county, keeper);
            Person merged = person(county, twin);
            correcting.confirm(correcting.proposeMerge(kept, merged, county, "x", "clerk"), county, "reviewer");
            return new Made(other.number(), merged.id(), correcting.proposeName(kept, county, "赵改名", "x", "proposer"));
        });
    }

    private Person person(String county, Someone someone) {
        return people.search(county, new Scope(county), someone.number(), 1).get(0);
    }
}
