package org.zhubao.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Condition.BirthCompared;
import org.zhubao.rules.Condition.RecognisedBy;

/** Brings facts into the canonical form of a profile. */
final class Profiling {

    private final Relevance relevance;
    private final Map<String, FactSpec> facts = new LinkedHashMap<>();
    private final Map<String, Identity> identities = new LinkedHashMap<>();
    private final Comparator<Held> canonicalOrder;

    Profiling(Provisions provisions, Relevance relevance) {
        this.relevance = relevance;
        provisions.facts().forEach(f -> facts.put(f.code(), f));
        provisions.identities().forEach(i -> identities.put(i.code(), i));
        List<String> order = List.copyOf(identities.keySet());
        canonicalOrder = Comparator.<Held>comparingInt(h -> order.indexOf(h.identity()))
                .thenComparing(h -> new TreeMap<>(h.attributes()).toString())
                .thenComparing(h -> Objects.toString(h.recognisedOn(), ""));
    }

    Profile profile(Facts raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String code : relevance.facts()) {
            String value = canonical(facts.get(code), raw.values().get(code), relevance.days(code));
            if (value != null) {
                values.put(code, value);
            }
        }
        for (BirthCompared comparison : relevance.birthCompared()) {
            String answer = answer(comparison, raw);
            if (answer != null) {
                values.put(comparison.answerName(), answer);
            }
        }
        List<Held> held = raw.held().stream()
                .filter(h -> identities.containsKey(h.identity()))
                .map(h -> canonical(h, raw))
                .distinct()
                .sorted(canonicalOrder)
                .toList();
        return new Profile(new Facts(relevance.births().standingFor(raw.birthDate()), held, values));
    }

    private Held canonical(Held held, Facts raw) {
        Identity identity = identities.get(held.identity());
        Map<String, String> attributes = new LinkedHashMap<>();
        for (FactSpec attribute : identity.attributes()) {
            String value = held.attributes().get(attribute.code());
            if (relevance.attributes(identity.code()).contains(attribute.code())
                    && value != null
                    && attribute.values().contains(value)) {
                attributes.put(attribute.code(), value);
            }
        }
        for (RecognisedBy comparison : relevance.comparisons(identity.code())) {
            String answer = answer(comparison, held, raw);
            if (answer != null) {
                attributes.put(comparison.attribute(), answer);
            }
        }
        return new Held(
                held.identity(),
                attributes,
                relevance.recognitions(held.identity()).standingFor(held.recognisedOn()));
    }

    /** Whether it was recognised by a date of the person's own; null when one of the two dates is unknown. */
    @Nullable
    String answer(RecognisedBy comparison, Held held, Facts raw) {
        String known = held.attributes().get(comparison.attribute());
        if (RecognisedBy.ANSWERS.of(known) > 0) {
            return known;
        }
        LocalDate recognised = held.recognisedOn();
        LocalDate day = day(comparison.fact(), raw);
        return recognised == null || day == null ? null : comparison.answer(recognised, day);
    }

    /** What a date of the person's own comes to, compared with the day of birth; null when one of the two is unknown. */
    @Nullable
    String answer(BirthCompared comparison, Facts raw) {
        String known = raw.values().get(comparison.answerName());
        if (RecognisedBy.ANSWERS.of(known) > 0) {
            return known;
        }
        LocalDate birth = raw.birthDate();
        LocalDate day = day(comparison.fact(), raw);
        return birth == null || day == null ? null : comparison.answer(birth, day);
    }

    /** A date of the person's own; where nobody stated it, what the policy takes its absence to mean. */
    private @Nullable LocalDate day(String fact, Facts raw) {
        LocalDate stated = Bands.day(raw.values().get(fact));
        return stated == null ? Bands.day(facts.get(fact).whenAbsent()) : stated;
    }

    /** A value the policy does not know is as good as none. */
    private static @Nullable String canonical(FactSpec spec, @Nullable String value, Bands days) {
        if (spec.isDate()) {
            return Objects.toString(days.standingFor(Bands.day(value)), null);
        }
        return value != null && spec.values().contains(value) ? value : null;
    }

    /** Fills in what the policy takes absence to mean, and says so. */
    Assumption assume(Facts known) {
        List<Trace.Assumed> assumed = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>(known.values());
        relevance.facts().forEach(code -> assume(facts.get(code), "", values, assumed));
        List<Held> held = new ArrayList<>();
        for (Held h : known.held()) {
            Map<String, String> attributes = new LinkedHashMap<>(h.attributes());
            identities.get(h.identity()).attributes().stream()
                    .filter(a -> relevance.attributes(h.identity()).contains(a.code()))
                    .forEach(a -> assume(a, h.identity() + ".", attributes, assumed));
            if (h.recognisedOn() == null
                    && identities.get(h.identity()).recognised().undatedCounts()) {
                assumeInTime(identities.get(h.identity()), attributes, assumed);
            }
            held.add(new Held(h.identity(), attributes, h.recognisedOn()));
        }
        return new Assumption(new Facts(known.birthDate(), held, values), assumed);
    }

    private void assumeInTime(Identity identity, Map<String, String> attributes, List<Trace.Assumed> assumed) {
        boolean open = relevance.recognitions(identity.code()).matter();
        for (RecognisedBy comparison : relevance.comparisons(identity.code())) {
            open |= attributes.putIfAbsent(comparison.attribute(), RecognisedBy.YES) == null;
        }
        if (open) {
            assumed.add(new Trace.Assumed(
                    identity.code() + ".recognised-on",
                    "in-time",
                    identity.recognised().basis()));
        }
    }

    private static void assume(FactSpec spec, String prefix, Map<String, String> values, List<Trace.Assumed> assumed) {
        String value = spec.whenAbsent();
        if (value != null && values.putIfAbsent(spec.code(), value) == null) {
            assumed.add(new Trace.Assumed(prefix + spec.code(), value, spec.basis()));
        }
    }

    /** Facts as they are taken, and what of them nobody stated. */
    record Assumption(Facts facts, List<Trace.Assumed> assumed) {}
}
