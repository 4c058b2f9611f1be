package org.zhubao.policy.naive;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;

/** Medical assistance pays its part first, the disabled federation the rest of a disabled person's premium. */
final class PanzhihuaDisabled2024No1 implements Notice {

    private static final LocalDate YEAR_END = LocalDate.of(2024, 12, 31);
    private static final long PREMIUM = 40_000;

    @Override
    public Answer decide(Facts person) {
        Set<String> held = Notice.recognisedBy(YEAR_END, person);
        boolean disabled = held.contains("disabled") && isEligible(person);
        if (held.contains("destitute-support") || held.contains("orphan")) {
            return Answer.pays("medical-assistance", PREMIUM);
        }
        if (held.contains("subsistence-allowance") || held.contains("monitored-household")) {
            long part = PREMIUM * 75 / 100;
            return disabled
                    ? Answer.pays("medical-assistance", part, "federation", PREMIUM - part)
                    : Answer.pays("medical-assistance", part);
        }
        return disabled ? Answer.pays("federation", PREMIUM) : Answer.NOTHING;
    }

    private static boolean isEligible(Facts person) {
        Held disabled = person.held().stream()
                .filter(h -> h.identity().equals("disabled"))
                .findFirst()
                .orElseThrow();
        Map<String, String> certificate = disabled.attributes();
        LocalDate recognised = disabled.recognisedOn();
        String paid = person.values().get("paid-on");
        if (recognised != null && paid != null && LocalDate.parse(paid).isBefore(recognised)) {
            return false;
        }
        return certificate.getOrDefault("certificate", "valid").equals("valid")
                && certificate.getOrDefault("certificate-moved", "yes").equals("yes")
                && certificate.getOrDefault("first-listed-elsewhere", "no").equals("no")
                && Notice.fact(person, "household-registration", "local").equals("local")
                && Notice.fact(person, "paid-before-eligible", "no").equals("no")
                && Notice.fact(person, "enrolled-elsewhere", "no").equals("no");
    }
}
