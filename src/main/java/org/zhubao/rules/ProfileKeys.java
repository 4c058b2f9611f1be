package org.zhubao.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Condition.BirthCompared;
import org.zhubao.rules.Condition.RecognisedBy;

/**
 * Writes the profile of a person as one number, without building it: some bits for the band of birth, for each fact and
 * for each identity. Persons with the same number have the same profile. Codes of facts are interned, because constants
 * are, too: then a look is enough to see that two are the same.
 */
final class ProfileKeys {

    /** Of a person who holds an identity twice in different ways, or where one number cannot tell all profiles apart. */
    static final long NONE = -1;

    private static final int MOST_BITS = 63;

    private final Digits<LocalDate> births;
    private final FactKey[] facts;
    private final Map<String, IdentityKey> identities = new HashMap<>();
    private final boolean fits;

    ProfileKeys(Provisions provisions, Relevance relevance, Profiling profiling) {
        births = Digits.ofBands(relevance.births());
        List<FactKey> looked = new ArrayList<>();
        int bits = bits(births.size());
        for (FactSpec fact : provisions.facts()) {
            if (relevance.facts().contains(fact.code())) {
                Digits<String> digits =
                        fact.isDate() ? Digits.ofDates(relevance.days(fact.code())) : Digits.ofValues(fact.values());
                String code = fact.code().intern();
                looked.add(new FactKey(f -> f.values().get(code), digits, bits));
                bits += bits(digits.size());
            }
        }
        for (BirthCompared comparison : relevance.birthCompared()) {
            looked.add(new FactKey(f -> profiling.answer(comparison, f), RecognisedBy.ANSWERS, bits));
            bits += bits(RecognisedBy.ANSWERS.size());
        }
        for (Identity identity : provisions.identities()) {
            HeldDigits digits = new HeldDigits(identity, relevance, profiling);
            int width = bits(digits.size());
            identities.put(identity.code(), new IdentityKey(digits, bits, (1L << width) - 1 << bits));
            bits += width;
        }
        facts = looked.toArray(FactKey[]::new);
        fits = bits <= MOST_BITS;
    }

    private record FactKey(Function<Facts, @Nullable String> value, Digits<String> digits, int shift) {}

    /** @param mask the bits of this identity */
    private record IdentityKey(HeldDigits digits, int shift, long mask) {}

    /** How many bits it takes to tell so many numbers apart. */
    private static int bits(int numbers) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(numbers - 1);
    }

    /** @return the number, never negative, or {@link #NONE} */
    long of(Facts person) {
        return fits ? withIdentities(withFacts(births.of(person.birthDate()), person), person) : NONE;
    }

    private long withFacts(long key, Facts person) {
        long more = key;
        for (FactKey fact : facts) {
            more |= (long) fact.digits.of(fact.value.apply(person)) << fact.shift;
        }
        return more;
    }

    private long withIdentities(long key, Facts person) {
        long more = key;
        List<Held> all = person.held();
        for (int i = 0; i < all.size(); i++) {
            Held held = all.get(i);
            IdentityKey identity = identities.get(held.identity());
            if (identity != null) {
                long digit = (long) identity.digits.of(held, person) << identity.shift;
                long known = more & identity.mask;
                if (known != 0 && known != digit) {
                    return NONE;
                }
                more |= digit;
            }
        }
        return more;
    }
}
