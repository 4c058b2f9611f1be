package org.zhubao.policy.naive;

import java.time.LocalDate;
import java.util.Set;
import org.zhubao.rules.Facts;

/** The highest wins; some who pay late pay, and are paid, the higher premium. */
final class Shiquan2020No47 implements Notice {

    private static final LocalDate END_OF_AUGUST = LocalDate.of(2020, 8, 31);
    private static final LocalDate LATE = LocalDate.of(2021, 7, 1);

    @Override
    public Answer decide(Facts person) {
        LocalDate paidOn = LocalDate.parse(Notice.fact(person, "paid-on", "2020-12-31"));
        boolean late = Notice.fact(person, "may-pay-late", "no").equals("yes") && !paidOn.isBefore(LATE);
        long premium = late ? 83_000 : 28_000;
        Set<String> held = Notice.recognisedBy(END_OF_AUGUST, person);
        if (held.contains("destitute-support")) {
            return Answer.pays("medical-assistance", premium);
        }
        if (held.contains("key-veteran")) {
            return Answer.pays("veterans", premium);
        }
        if (held.contains("subsistence-allowance")) {
            return Answer.pays("medical-assistance", 12_000);
        }
        if (held.contains("registered-poor")) {
            return Answer.pays("finance", 7_000);
        }
        return held.contains("family-planning-household") ? Answer.pays("health", 3_000) : Answer.NOTHING;
    }
}
