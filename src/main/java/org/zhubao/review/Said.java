package org.zhubao.review;

import org.jspecify.annotations.Nullable;
import org.zhubao.site.Refusal;

/** Words without which nothing is decided. */
final class Said {

    private Said() {}

    /** @throws Refusal with that code when nothing is said */
    static String of(@Nullable String words, String refusal) {
        if (words == null || words.isBlank()) {
            throw new Refusal(refusal);
        }
        return words.strip();
    }
}
