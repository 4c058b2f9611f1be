package org.zhubao.policy.naive;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.Set;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;

/**
 * A notice put into plain code by somebody who knows only the notice and the rulings, not the rules engine. Slow, without
 * explanations, and easy to compare with the sentences of the notice.
 */
interface Notice {

    Answer decide(Facts person);

    static String fact(Facts person, String name, String whenAbsent) {
        return person.values().getOrDefault(name, whenAbsent);
    }

    /** What was recognised by the day, or on no known day. */
    static Set<String> recognisedBy(LocalDate day, Facts person) {
        Set<String> recognised = new HashSet<>();
        for (Held held : person.held()) {
            LocalDate on = held.recognisedOn();
            if (on == null || !on.isAfter(day)) {
                recognised.add(held.identity());
            }
        }
        return recognised;
    }

    static int age(Facts person, LocalDate on) {
        return Period.between(person.birthDate(), on).getYears();
    }
}
