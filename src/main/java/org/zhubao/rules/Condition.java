package org.zhubao.rules;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that is so or not so of a person. A missing date or value never meets a condition. */
public sealed interface Condition {

    boolean holdsIn(Situation situation);

    /** The conditions this one is made of, itself included. */
    default Stream<Condition> parts() {
        return Stream.of(this);
    }

    /** Met by everybody. */
    static Condition always() {
        return new All(List.of());
    }

    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holdsIn(Situation situation) {
            return conditions.stream().allMatch(c -> c.holdsIn(situation));
        }

        @Override
        public Stream<Condition> parts() {
            return conditions.stream().flatMap(Condition::parts);
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holdsIn(Situation situation) {
            return conditions.stream().anyMatch(c -> c.holdsIn(situation));
        }

        @Override
        public Stream<Condition> parts() {
            return conditions.stream().flatMap(Condition::parts);
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holdsIn(Situation situation) {
            return !condition.holdsIn(situation);
        }

        @Override
        public Stream<Condition> parts() {
            return condition.parts();
        }
    }

    /** Born within; an age at a date is written this way too ({@link Window#ofAge}). */
    record Born(Window window) implements Condition {
        @Override
        public boolean holdsIn(Situation situation) {
            LocalDate birthDate = situation.facts().birthDate();
            return birthDate != null && window.contains(birthDate);
        }
    }

    /** A named fact has one of these values. */
    record FactIs(String fact, Set<String> values) implements Condition {
        public FactIs {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holdsIn(Situation situation) {
            String value = situation.facts().values().get(fact);
            return value != null && values.contains(value);
        }
    }

    /** A named date lies within. */
    record FactWithin(String fact, Window window) implements Condition {
        @Override
        public boolean holdsIn(Situation situation) {
            String value = situation.facts().values().get(fact);
            return value != null && window.contains(LocalDate.parse(value));
        }
    }

    /** One of these identities counts, with all of these attributes. */
    record Holds(Set<String> identities, Map<String, Set<String>> attributes) implements Condition {
        public Holds {
            identities = Set.copyOf(identities);
            attributes = Map.copyOf(attributes);
        }

        @Override
        public boolean holdsIn(Situation situation) {
            return situation.counted().stream()
                    .filter(h -> identities.contains(h.identity()))
                    .anyMatch(h -> attributes.entrySet().stream()
                            .allMatch(a -> h.attributes().containsKey(a.getKey())
                                    && a.getValue().contains(h.attributes().get(a.getKey()))));
        }
    }

    /** The identity in question has one of these values as its attribute. */
    record AttributeIs(String attribute, Set<String> values) implements Condition {
        public AttributeIs {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holdsIn(Situation situation) {
            Held held = situation.inQuestion();
            return held != null
                    && held.attributes().containsKey(attribute)
                    && values.contains(held.attributes().get(attribute));
        }
    }

    /** The identity in question was recognised within. */
    record Recognised(Window window) implements Condition {
        @Override
        public boolean holdsIn(Situation situation) {
            Held held = situation.inQuestion();
            LocalDate day = held == null ? null : held.recognisedOn();
            return day != null && window.contains(day);
        }
    }

    /**
     * The identity in question was recognised no later than a day of the person's own, such as that of payment. A profile
     * holds the answer as an attribute, since no band of days could.
     *
     * @param wholeMonth whether the whole month of that day still counts
     */
    record RecognisedBy(String fact, boolean wholeMonth) implements Condition {

        public static final String YES = "yes";
        public static final String NO = "no";

        static final Digits<String> ANSWERS = Digits.ofValues(List.of(YES, NO));

        /** The name of the attribute that holds the answer. */
        public String attribute() {
            return (wholeMonth ? "recognised-by-month-of." : "recognised-by.") + fact;
        }

        /** The last day of recognition that is in time for that day. */
        public LocalDate lastInTimeFor(LocalDate day) {
            return wholeMonth ? day.withDayOfMonth(day.lengthOfMonth()) : day;
        }

        String answer(LocalDate recognised, LocalDate day) {
            return recognised.isAfter(lastInTimeFor(day)) ? NO : YES;
        }

        @Override
        public boolean holdsIn(Situation situation) {
            Held held = situation.inQuestion();
            return held != null && YES.equals(held.attributes().get(attribute()));
        }
    }

    /**
     * A date of the person's own, compared with the day of birth. A profile holds the answer as a fact, since no band of
     * days could.
     */
    sealed interface BirthCompared extends Condition {

        /** The date of the person's own. */
        String fact();

        /** The name of the fact that holds the answer, {@link RecognisedBy#YES} or {@link RecognisedBy#NO}. */
        String answerName();

        boolean isMet(LocalDate birth, LocalDate day);

        default String answer(LocalDate birth, LocalDate day) {
            return isMet(birth, day) ? RecognisedBy.YES : RecognisedBy.NO;
        }

        @Override
        default boolean holdsIn(Situation situation) {
            return RecognisedBy.YES.equals(situation.facts().values().get(answerName()));
        }
    }

    /** It lies no longer than this after birth, and not before it. */
    record SinceBirth(String fact, Period atMost) implements BirthCompared {
        @Override
        public String answerName() {
            return fact + ".within-" + atMost + "-of-birth";
        }

        @Override
        public boolean isMet(LocalDate birth, LocalDate day) {
            return !day.isBefore(birth) && !day.isAfter(birth.plus(atMost));
        }
    }

    /** On that day the person has an age in full years between the two bounds, both included; null for no bound. */
    record AgeOn(String fact, @Nullable Integer youngest, @Nullable Integer oldest) implements BirthCompared {
        @Override
        public String answerName() {
            return fact + ".at-age-" + Objects.toString(youngest, "") + "-to-" + Objects.toString(oldest, "");
        }

        @Override
        public boolean isMet(LocalDate birth, LocalDate day) {
            return Window.ofAge(day, youngest, oldest).contains(birth);
        }
    }
}
