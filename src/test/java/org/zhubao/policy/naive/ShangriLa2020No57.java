package org.zhubao.policy.naive;

import java.time.LocalDate;
import java.util.Set;
import org.zhubao.rules.Facts;

/** The highest wins; everybody in the countryside gets at least 70 yuan. */
final class ShangriLa2020No57 implements Notice {

    private static final LocalDate WINDOW_CLOSES = LocalDate.of(2020, 12, 31);
    private static final long PREMIUM = 28_000;

    @Override
    public Answer decide(Facts person) {
        if (Notice.fact(person, "newborn-with-parents", "no").equals("yes")
                && person.birthDate().getYear() == 2021) {
            return Answer.NOTHING;
        }
        Set<String> held = Notice.recognisedBy(WINDOW_CLOSES, person);
        boolean rural = person.values().get("household").equals("rural");
        boolean assisted = held.contains("subsistence-allowance") || held.contains("destitute-support");
        if (held.contains("destitute-support")) {
            return Answer.pays("medical-assistance", PREMIUM);
        }
        if (held.contains("key-veteran") && rural && assisted) {
            return Answer.pays("medical-assistance", 12_000, "veterans", PREMIUM - 12_000);
        }
        if (held.contains("registered-poor")) {
            return Answer.pays("finance", 18_000);
        }
        if (held.contains("subsistence-allowance") || held.contains("severely-disabled")) {
            return Answer.pays("medical-assistance", 12_000);
        }
        return rural || inFamilyPlanning(held, person) ? Answer.pays("medical-assistance", 7_000) : Answer.NOTHING;
    }

    private static boolean inFamilyPlanning(Set<String> held, Facts person) {
        return held.contains("only-child-parent")
                || held.contains("two-daughters-couple")
                || held.contains("family-planning-special-support")
                || held.contains("only-child") && Notice.age(person, WINDOW_CLOSES) < 18;
    }
}
