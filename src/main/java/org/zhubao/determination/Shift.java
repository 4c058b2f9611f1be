package org.zhubao.determination;

/** What another policy would do to somebody. */
public enum Shift {
    /** More is paid. */
    GAINS("gains"),
    /** Less is paid. */
    LOSES("loses"),
    /** What was paid, or open, would be refused. */
    REFUSED("refused"),
    /** What was settled would have to be looked at by a person. */
    REVIEW("review"),
    /** The same amount by other funds, or in another way. */
    OTHERWISE("otherwise"),
    SAME("same");

    private final String code;

    Shift(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String messageKey() {
        return "trial.shift." + code;
    }
}
