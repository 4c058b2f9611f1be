package org.zhubao.rules;

import java.time.LocalDate;
import org.zhubao.rules.Condition.RecognisedBy;

/** Numbers the ways in which one identity may be held: by its attributes and its date of recognition. */
final class HeldDigits {

    private final Profiling profiling;
    private final Attribute[] attributes;
    private final RecognisedBy[] comparisons;
    private final Digits<LocalDate> recognitions;
    private final int size;

    HeldDigits(Identity identity, Relevance relevance, Profiling profiling) {
        this.profiling = profiling;
        attributes = identity.attributes().stream()
                .filter(a -> relevance.attributes(identity.code()).contains(a.code()))
                .map(a -> new Attribute(a.code(), Digits.ofValues(a.values())))
                .toArray(Attribute[]::new);
        comparisons = relevance.comparisons(identity.code()).toArray(RecognisedBy[]::new);
        recognitions = Digits.ofBands(relevance.recognitions(identity.code()));
        int ways = recognitions.size();
        for (Attribute attribute : attributes) {
            ways *= attribute.digits.size();
        }
        for (RecognisedBy comparison : comparisons) {
            ways *= RecognisedBy.ANSWERS.size();
        }
        size = 1 + ways;
    }

    private record Attribute(String code, Digits<String> digits) {}

    /** With not holding it, which is 0. */
    int size() {
        return size;
    }

    int of(Held held, Facts person) {
        if (size == 2) {
            return 1;
        }
        int way = recognitions.of(held.recognisedOn());
        for (Attribute attribute : attributes) {
            way = way * attribute.digits.size()
                    + attribute.digits.of(held.attributes().get(attribute.code));
        }
        for (RecognisedBy comparison : comparisons) {
            way = way * RecognisedBy.ANSWERS.size()
                    + RecognisedBy.ANSWERS.of(profiling.answer(comparison, held, person));
        }
        return 1 + way;
    }
}
