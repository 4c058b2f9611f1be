package org.zhubao.roster.web;

import org.jspecify.annotations.Nullable;
import org.zhubao.site.Refusal;

/** Why a roster goes back or is withdrawn: nothing goes without a word. */
record Reason(@Nullable String reason) {

    /** What fits on the letter, and on the screen where it is typed. */
    private static final int LONGEST = 200;

    /** @throws Refusal when nothing is said, or too much */
    static String said(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal("roster.reason-missing");
        }
        if (reason.strip().length() > LONGEST) {
            throw new Refusal("roster.reason-too-long", String.valueOf(LONGEST));
        }
        return reason.strip();
    }
}
