package org.zhubao.rules;

import java.time.LocalDate;

/**
 * What an office decided where the text is silent or can be read two ways.
 *
 * @param silent what the text leaves open
 * @param by the institution that answers for it
 */
public record Ruling(String id, String silent, String decided, String by, LocalDate on, String because) {

    /** Whether it says all that a ruling has to say. */
    public boolean isComplete() {
        return !(silent.isBlank() || decided.isBlank() || by.isBlank() || because.isBlank());
    }
}
