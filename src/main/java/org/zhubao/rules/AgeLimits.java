package org.zhubao.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Whether somebody's age is all that keeps an identity from counting. */
public final class AgeLimits {

    private AgeLimits() {}

    /** The identities that do not count in a determination, and would at another age. */
    public static List<String> keptOut(Policy policy, Facts facts, Determination determination) {
        return determination.trace().identities().stream()
                .filter(considered -> considered.reason() == Reason.OUTSIDE_DEFINITION.code())
                .map(Trace.Considered::identity)
                .filter(identity -> countsAtAnotherAge(policy, facts, identity))
                .toList();
    }

    private static boolean countsAtAnotherAge(Policy policy, Facts facts, String identity) {
        return policy.birthDateBreaks().stream()
                .flatMap(day -> Stream.of(day, day.minusDays(1)))
                .map(birth -> policy.determine(born(facts, birth)))
                .flatMap(determination -> determination.trace().identities().stream())
                .anyMatch(considered -> considered.identity().equals(identity) && considered.counts());
    }

    private static Facts born(Facts facts, LocalDate birth) {
        return new Facts(birth, facts.held(), facts.values());
    }
}
