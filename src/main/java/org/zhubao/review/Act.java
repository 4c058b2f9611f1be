package org.zhubao.review;

import java.util.Arrays;
import java.util.Optional;

/** What may be decided about an item. */
public enum Act {
    /** The rules are right: their outcome stands. */
    KEPT("kept"),
    /** A person decides otherwise, and a second one agrees. */
    OVERRIDDEN("overridden"),
    /** The department is asked to correct its list. */
    ASKED("asked"),
    /** There is nothing in it. */
    DISMISSED("dismissed");

    private final String code;

    Act(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Act> ofCode(String code) {
        return Arrays.stream(values()).filter(act -> act.code.equals(code)).findFirst();
    }

    public String messageKey() {
        return "review.act." + code;
    }
}
