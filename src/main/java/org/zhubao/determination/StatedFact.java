package org.zhubao.determination;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhubao.rules.Determination;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;

/**
 * The rules decide, and one fact that no department states is what two persons say it is.
 *
 * @param fact as {@link org.zhubao.rules.NeedsReview#open} names it: a fact, {@code birth-date},
 *     {@code identity.attribute} or {@code identity.recognised-on}
 * @param value one that the policy knows; a day is written {@code 2020-08-31}
 */
public record StatedFact(String fact, String value) implements Verdict {

    private static final String BIRTH_DATE = "birth-date";
    private static final String RECOGNISED_ON = "recognised-on";

    @Override
    public Determination determine(Policy policy, Facts facts) {
        return policy.determine(with(facts));
    }

    /** What departments state, and this. */
    Facts with(Facts facts) {
        if (fact.equals(BIRTH_DATE)) {
            return new Facts(LocalDate.parse(value), facts.held(), facts.values());
        }
        int dot = fact.indexOf('.');
        if (dot < 0) {
            return new Facts(facts.birthDate(), facts.held(), with(facts.values(), fact));
        }
        List<Held> held = facts.held().stream()
                .map(h -> h.identity().equals(fact.substring(0, dot)) ? with(h, fact.substring(dot + 1)) : h)
                .toList();
        return new Facts(facts.birthDate(), held, facts.values());
    }

    private Held with(Held held, String attribute) {
        return attribute.equals(RECOGNISED_ON)
                ? new Held(held.identity(), held.attributes(), LocalDate.parse(value))
                : new Held(held.identity(), with(held.attributes(), attribute), held.recognisedOn());
    }

    private Map<String, String> with(Map<String, String> stated, String key) {
        Map<String, String> more = new HashMap<>(stated);
        more.put(key, value);
        return more;
    }

    /** The rules have decided, and the reason is theirs. */
    @Override
    public Reason reason(Determination determination) {
        return determination.reason();
    }

    /** A day may be stated only where its absence leaves somebody open: else the rules never ask for it. */
    @Override
    public boolean fits(Policy policy) {
        if (isDay(policy, fact)) {
            return isDay() && !isTakenForGranted(policy);
        }
        return spec(policy, fact).filter(spec -> spec.values().contains(value)).isPresent();
    }

    private boolean isTakenForGranted(Policy policy) {
        return fact.endsWith("." + RECOGNISED_ON)
                ? policy.identity(fact.substring(0, fact.indexOf('.')))
                        .filter(identity -> !identity.recognised().undatedCounts())
                        .isEmpty()
                : spec(policy, fact).filter(spec -> spec.whenAbsent() != null).isPresent();
    }

    private boolean isDay() {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * What nobody has stated where a comparison of two days, or anything else, is open.
     *
     * @param open as {@link org.zhubao.rules.NeedsReview#open} names it
     */
    public static Stream<String> missing(Policy policy, Facts facts, String open) {
        int dot = open.indexOf('.');
        if (dot >= 0) {
            String identity = open.substring(0, dot);
            return policy.comparisons(identity).stream()
                    .filter(comparison -> open.equals(identity + "." + comparison.attribute()))
                    .findFirst()
                    .map(comparison -> missing(facts, identity, comparison.fact()))
                    .orElse(Stream.of(open));
        }
        // A day that is there, and open all the same, is to be compared with the day of birth
        return Stream.of(facts.values().containsKey(open) ? BIRTH_DATE : open);
    }

    private static Stream<String> missing(Facts facts, String identity, String day) {
        Stream<String> ofPerson = facts.values().containsKey(day) ? Stream.empty() : Stream.of(day);
        boolean dated = facts.held().stream()
                .filter(held -> held.identity().equals(identity))
                .allMatch(held -> held.recognisedOn() != null);
        return dated ? ofPerson : Stream.concat(ofPerson, Stream.of(identity + "." + RECOGNISED_ON));
    }

    /** Whether what is to be stated is a day. */
    public static boolean isDay(Policy policy, String fact) {
        return fact.equals(BIRTH_DATE)
                || fact.endsWith("." + RECOGNISED_ON)
                || spec(policy, fact).filter(FactSpec::isDate).isPresent();
    }

    /** The values from which one may be stated; none of a day, or of what the policy does not know. */
    public static List<String> values(Policy policy, String fact) {
        return spec(policy, fact).map(FactSpec::values).orElse(List.of());
    }

    private static Optional<FactSpec> spec(Policy policy, String fact) {
        int dot = fact.indexOf('.');
        return dot < 0
                ? policy.fact(fact)
                : policy.identity(fact.substring(0, dot)).stream()
                        .flatMap(identity -> identity.attributes().stream())
                        .filter(attribute -> attribute.code().equals(fact.substring(dot + 1)))
                        .findFirst();
    }

    @Override
    public String code() {
        return fact + "=" + value;
    }

    @Override
    public DecisionCard.Open about(Policy policy) {
        return DecisionCard.Open.of(policy, fact);
    }

    @Override
    public String messageKey() {
        return "verdict.stated";
    }
}
