package org.zhubao.visit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a township may find. The code is what the database and messages ({@code visits.finding.<code>}) use. */
public enum Finding {
    CONFIRMED("confirmed", false, Purpose.IDENTITY),
    NOT_SO("not-so", true, Purpose.IDENTITY),
    WILL_PAY("will-pay", false, Purpose.NOT_ENROLLED),
    DECLINES("declines", false, Purpose.NOT_ENROLLED),
    INSURED_ELSEWHERE("insured-elsewhere", true, Purpose.NOT_ENROLLED),
    INSURED_AS_EMPLOYEE("insured-as-employee", true, Purpose.NOT_ENROLLED),
    MOVED("moved", true, Purpose.IDENTITY, Purpose.NOT_ENROLLED),
    DIED("died", true, Purpose.IDENTITY, Purpose.NOT_ENROLLED),
    UNKNOWN_HERE("unknown-here", true, Purpose.IDENTITY, Purpose.NOT_ENROLLED),
    OTHER("other", true, Purpose.IDENTITY, Purpose.NOT_ENROLLED);

    private final String code;
    private final boolean contradicts;
    private final Set<Purpose> purposes;

    Finding(String code, boolean contradicts, Purpose first, Purpose... others) {
        this.code = code;
        this.contradicts = contradicts;
        this.purposes = EnumSet.of(first, others);
    }

    public String code() {
        return code;
    }

    public String messageKey() {
        return "visits.finding." + code;
    }

    /** Whether it says other than the lists, so that somebody has to look at it. */
    public boolean contradicts() {
        return contradicts;
    }

    /** What may be found when asked for this. */
    public static List<Finding> of(Purpose purpose) {
        return Arrays.stream(values()).filter(f -> f.purposes.contains(purpose)).toList();
    }

    public static Optional<Finding> ofCode(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }
}
