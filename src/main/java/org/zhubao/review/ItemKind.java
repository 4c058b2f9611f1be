package org.zhubao.review;

import java.util.Arrays;
import java.util.Optional;
import org.zhubao.rules.Reason;

/** Why a person has to look at somebody. The code is what addresses and messages ({@code review.kind.<code>}) use. */
public enum ItemKind {
    UNDECIDED_OVERLAP("undecided-overlap"),
    FACT_UNKNOWN("fact-unknown"),
    TEXT_SILENT("text-silent"),
    VALUE_OPEN("value-open"),
    CLAUSE_CHANGED("clause-changed"),
    /** Facts changed since somebody decided against the rules. */
    OVERRIDE_OUTDATED("override-outdated"),
    DEAD_BUT_LISTED("dead-but-listed"),
    /** The tax bureau subsidised somebody whose mark had been cancelled. */
    REMOVED_BEFORE_PAYMENT("removed-before-payment"),
    /** Somebody is marked whom no department recognises any longer. */
    NO_LONGER_RECOGNISED("no-longer-recognised"),
    TWO_COUNTIES("two-counties"),
    TWO_NAMES("two-names"),
    INSURED_AS_EMPLOYEE("insured-as-employee"),
    CERTIFICATE_EXPIRED("certificate-expired"),
    AGE_AGAINST_IDENTITY("age-against-identity"),
    STUDENT_WITHOUT_SCHOOL("student-without-school"),
    /** A township went there and found it otherwise. */
    FOUND_OTHERWISE("found-otherwise");

    private final String code;

    ItemKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String messageKey() {
        return "review.kind." + code;
    }

    /** The kind of an outcome that is left to a person. */
    static ItemKind of(Reason reason) {
        return valueOf(reason.name());
    }

    public static Optional<ItemKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
}
