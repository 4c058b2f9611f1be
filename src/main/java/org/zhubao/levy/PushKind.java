package org.zhubao.levy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a push says. */
public enum PushKind {
    /** Everybody who is to be marked, and who no longer is. */
    FULL,
    /** What is different from what the tax bureau was told before. */
    DELTA;

    /** In addresses and messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PushKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
