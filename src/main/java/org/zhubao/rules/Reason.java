package org.zhubao.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a determination ends as it does. The number is stable: it is stored, shown ({@code R210}) and never given to
 * another reason. 1xx granted, 2xx refused, 3xx for a person to decide.
 */
public enum Reason {
    GRANTED(100),
    /** Not the rules but two persons decided so; the rules themselves never answer with it. */
    GRANTED_BY_OVERRIDE(101),
    /** Holds no identity that this notice names. */
    HOLDS_NOTHING(200),
    /** What is certified lies outside the notice's own definition, such as its age bounds. */
    OUTSIDE_DEFINITION(201),
    /** The notice speaks of the person, and gives nothing. */
    PAYS_IN_FULL(202),
    RECOGNISED_OUT_OF_TIME(203),
    CERTIFICATE_EXPIRED(210),
    CERTIFICATE_FROZEN(211),
    CERTIFICATE_CANCELLED(212),
    CERTIFICATE_NOT_MOVED(213),
    PAID_BEFORE_ELIGIBLE(214),
    ENROLLED_ELSEWHERE(215),
    NOT_OF_THIS_PLACE(216),
    INSURED_AS_EMPLOYEE(217),
    /** An exclusion that only this policy has, in the words of its clause. */
    EXCLUDED(219),
    /** The same where nothing is paid. */
    REFUSED_BY_OVERRIDE(220),
    /** Died before the first day of the benefit year: no text needs to say that nothing is paid. */
    DIED_BEFORE_COVER(221),
    /** Holds an identity of this notice, and no clause says what it earns. */
    TEXT_SILENT(300),
    /** A fact is unknown on which the outcome depends. */
    FACT_UNKNOWN(310),
    /** Two outcomes differ, and no clause or ruling stands between them. */
    UNDECIDED_OVERLAP(320),
    /** The outcome rests on a value that nobody has filled in yet. */
    VALUE_OPEN(330),
    /** The outcome rests on a clause whose words no longer stand in the stored notice. */
    CLAUSE_CHANGED(331);

    private final int code;

    Reason(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String messageKey() {
        return "reason." + code;
    }

    /** How a policy text names it: {@code certificate-expired}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the exclusion of that name, for those which a policy text may state */
    public static Optional<Reason> exclusion(String word) {
        return Arrays.stream(values())
                .filter(r -> r.code >= 203 && r.code <= 219)
                .filter(r -> r.word().equals(word))
                .findFirst();
    }
}
