package org.zhubao.account;

import java.util.Arrays;

/** What somebody is in the office; the code is what addresses, the database and messages ({@code role.<code>}) use. */
public enum Role {
    ADMINISTRATOR("administrator"),
    CLERK("clerk"),
    REVIEWER("reviewer"),
    DEPARTMENT_OFFICER("department"),
    TOWNSHIP_OFFICER("township"),
    FINANCE_OFFICER("finance"),
    TAX_OFFICER("tax"),
    AUDITOR("auditor");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** What the role is there for; nobody has two duties. */
    Duty duty() {
        return switch (this) {
            case ADMINISTRATOR -> Duty.ADMINISTRATION;
            case AUDITOR -> Duty.AUDIT;
            default -> Duty.BUSINESS;
        };
    }

    public String messageKey() {
        return "role." + code;
    }

    /** The authority Spring Security checks: {@code ROLE_CLERK}. */
    public String authority() {
        return "ROLE_" + name();
    }

    public static Role ofCode(String code) {
        return Arrays.stream(values())
                .filter(r -> r.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role " + code));
    }
}
