package org.zhubao.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.zhubao.rules.Condition.BirthCompared;
import org.zhubao.rules.Condition.RecognisedBy;

/** Finds what is unknown of a person and, for each, everything it might turn out to be. */
final class Unknowns {

    private static final List<String> ANSWERS = List.of(RecognisedBy.YES, RecognisedBy.NO);

    private final Provisions provisions;
    private final Relevance relevance;

    Unknowns(Provisions provisions, Relevance relevance) {
        this.provisions = provisions;
        this.relevance = relevance;
    }

    /**
     * @param name of the fact; an attribute is written {@code identity.attribute}
     * @param completions the facts with each of the values it may have
     */
    record Unknown(String name, List<UnaryOperator<Facts>> completions) {}

    List<Unknown> of(Facts facts) {
        List<Unknown> unknowns = new ArrayList<>();
        if (facts.birthDate() == null && relevance.births().matter()) {
            unknowns.add(
                    unknown("birth-date", relevance.births().all(), (f, day) -> new Facts(day, f.held(), f.values())));
        }
        for (FactSpec spec : provisions.facts()) {
            if (relevance.facts().contains(spec.code()) && !facts.values().containsKey(spec.code())) {
                unknowns.add(unknown(
                        spec.code(),
                        possible(spec),
                        (f, v) -> new Facts(f.birthDate(), f.held(), with(f.values(), spec.code(), v))));
            }
        }
        for (BirthCompared comparison : relevance.birthCompared()) {
            if (!facts.values().containsKey(comparison.answerName())) {
                unknowns.add(unknown(
                        comparison.fact(),
                        ANSWERS,
                        (f, v) -> new Facts(f.birthDate(), f.held(), with(f.values(), comparison.answerName(), v))));
            }
        }
        for (int i = 0; i < facts.held().size(); i++) {
            addUnknownsOf(facts.held().get(i), i, unknowns);
        }
        return unknowns;
    }

    private List<String> possible(FactSpec spec) {
        return spec.isDate()
                ? relevance.days(spec.code()).all().stream()
                        .map(LocalDate::toString)
                        .toList()
                : spec.values();
    }

    private void addUnknownsOf(Held held, int place, List<Unknown> unknowns) {
        Identity identity = provisions.identities().stream()
                .filter(i -> i.code().equals(held.identity()))
                .findFirst()
                .orElseThrow();
        for (FactSpec spec : identity.attributes()) {
            if (relevance.attributes(identity.code()).contains(spec.code())
                    && !held.attributes().containsKey(spec.code())) {
                unknowns.add(ofAttribute(identity, place, spec.code(), spec.values()));
            }
        }
        for (RecognisedBy comparison : relevance.comparisons(identity.code())) {
            if (!held.attributes().containsKey(comparison.attribute())) {
                unknowns.add(ofAttribute(identity, place, comparison.attribute(), ANSWERS));
            }
        }
        if (held.recognisedOn() == null) {
            List<LocalDate> days = possibleRecognitions(identity);
            if (days.size() > 1) {
                unknowns.add(unknown(identity.code() + ".recognised-on", days, (f, day) -> {
                    Held h = f.held().get(place);
                    return with(f, place, new Held(h.identity(), h.attributes(), day));
                }));
            }
        }
    }

    private static Unknown ofAttribute(Identity identity, int place, String attribute, List<String> values) {
        return unknown(identity.code() + "." + attribute, values, (f, v) -> {
            Held h = f.held().get(place);
            return with(f, place, new Held(h.identity(), with(h.attributes(), attribute, v), h.recognisedOn()));
        });
    }

    /** Where an undated identity counts as recognised in time, only days in time are possible. */
    private List<LocalDate> possibleRecognitions(Identity identity) {
        return relevance.recognitions(identity.code()).all().stream()
                .filter(day -> !identity.recognised().undatedCounts()
                        || identity.recognised().includes(day))
                .toList();
    }

    private static Facts with(Facts facts, int place, Held held) {
        List<Held> all = new ArrayList<>(facts.held());
        all.set(place, held);
        return new Facts(facts.birthDate(), all, facts.values());
    }

    private static Map<String, String> with(Map<String, String> values, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return more;
    }

    private interface Completion<V> {
        Facts complete(Facts facts, V value);
    }

    private static <V> Unknown unknown(String name, List<V> values, Completion<V> completion) {
        List<UnaryOperator<Facts>> completions = new ArrayList<>();
        values.forEach(v -> completions.add(f -> completion.complete(f, v)));
        return new Unknown(name, completions);
    }
}
