package org.zhubao.policy.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;

/** Persons at random: many of their dates lie the day before, on or after a threshold. The same seed, the same persons. */
final class RandomPersons {

    private static final LocalDate EARLIEST = LocalDate.of(1935, 1, 1);
    private static final int DAYS = 31_700;

    private final Policy policy;
    private final Random random;

    RandomPersons(Policy policy, long seed) {
        this.policy = policy;
        this.random = new Random(seed);
    }

    Facts next() {
        List<Held> held = new ArrayList<>();
        int oneIn = 2 + random.nextInt(5);
        for (Identity identity : policy.identities()) {
            if (random.nextInt(oneIn) == 0) {
                held.add(new Held(identity.code(), values(identity.attributes()), recognisedOn(identity.code())));
            }
        }
        return new Facts(day(policy.birthDateBreaks(), EARLIEST, DAYS), held, values(policy.facts()));
    }

    /** Absent now and then where absence has a meaning. */
    private Map<String, String> values(List<FactSpec> specs) {
        Map<String, String> values = new HashMap<>();
        for (FactSpec spec : specs) {
            if (spec.whenAbsent() == null || random.nextInt(3) > 0) {
                values.put(
                        spec.code(),
                        spec.isDate()
                                ? day(
                                                policy.factBreaks().getOrDefault(spec.code(), List.of()),
                                                LocalDate.of(policy.benefitYear() - 1, 9, 1),
                                                400)
                                        .toString()
                                : spec.values().get(random.nextInt(spec.values().size())));
            }
        }
        return values;
    }

    private @Nullable LocalDate recognisedOn(String identity) {
        return random.nextInt(3) == 0
                ? null
                : day(policy.recognisedOnBreaks(identity), LocalDate.of(policy.benefitYear() - 1, 1, 1), 600);
    }

    private LocalDate day(List<LocalDate> thresholds, LocalDate earliest, int days) {
        return thresholds.isEmpty() || random.nextBoolean()
                ? earliest.plusDays(random.nextInt(days))
                : thresholds.get(random.nextInt(thresholds.size())).plusDays(random.nextInt(3) - 1);
    }
}
