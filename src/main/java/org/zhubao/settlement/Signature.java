package org.zhubao.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who stood by something, and when. @param by username */
public record Signature(String by, Instant at) {

    static @Nullable Signature of(@Nullable String by, @Nullable Instant at) {
        return by == null || at == null ? null : new Signature(by, at);
    }
}
