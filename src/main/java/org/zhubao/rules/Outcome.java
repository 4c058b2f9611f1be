package org.zhubao.rules;

/** How a determination ends. */
public enum Outcome {
    GRANTED("granted"),
    REFUSED("refused"),
    NEEDS_REVIEW("review");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    /** What addresses, the database and messages ({@code outcome.<code>}) use. */
    public String code() {
        return code;
    }

    public String messageKey() {
        return "outcome." + code;
    }
}
