package org.zhubao.division;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The offices that certify identities or report facts. The code is what files, addresses and policy texts use; the
 * name shown comes from the message {@code department.<code>}.
 */
public enum Department {
    CIVIL_AFFAIRS("civil-affairs"),
    POVERTY_ALLEVIATION("poverty"),
    DISABLED_FEDERATION("disabled"),
    VETERANS_AFFAIRS("veterans"),
    HEALTH("health"),
    EDUCATION("education"),
    ETHNIC_AFFAIRS("ethnic-affairs"),
    TRADE_UNION("trade-union"),
    HUMAN_RESOURCES("human-resources"),
    WOMENS_FEDERATION("women"),
    PUBLIC_SECURITY("public-security"),
    RESETTLEMENT("resettlement"),
    /** Certifies nobody: it says who paid. */
    TAX("tax"),
    /** The bureau itself: it says how people are insured. */
    MEDICAL_INSURANCE("medical-insurance");

    private final String code;

    Department(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String messageKey() {
        return "department." + code;
    }

    /** Whether it certifies identities or facts; the others report on their own work only. */
    public boolean certifies() {
        return this != TAX && this != MEDICAL_INSURANCE;
    }

    /** Those that certify. */
    public static List<Department> certifying() {
        return Arrays.stream(values()).filter(Department::certifies).toList();
    }

    public static Optional<Department> ofCode(String code) {
        return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
    }
}
