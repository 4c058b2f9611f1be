package org.zhubao.visit;

import java.util.Arrays;
import java.util.Optional;

/** What a township is asked to do. */
public enum Purpose {
    /** Are the people on the departments' lists what the lists say? */
    IDENTITY("identity"),
    /** Entitled, and nobody has paid for them: why? */
    NOT_ENROLLED("not-enrolled");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String messageKey() {
        return "visits.purpose." + code;
    }

    public static Optional<Purpose> ofCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
