package org.zhubao.roster.web;

import org.jspecify.annotations.Nullable;
import org.zhubao.site.Refusal;

/** Why a roster goes back or is withdrawn: nothing goes without a word. */
record Reason(@Nullable String reason) {

    /** @throws Refusal when nothing is said */
    static String said(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal("roster.reason-missing");
        }
        return reason.strip();
    }
}
