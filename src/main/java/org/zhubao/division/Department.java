package org.zhubao.division;

import java.util.Arrays;
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
    RESETTLEMENT("resettlement");

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

    public static Optional<Department> ofCode(String code) {
        return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
    }
}
