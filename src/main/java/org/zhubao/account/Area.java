package org.zhubao.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The areas of the product in the order of the menu, and who may enter them: the one table behind both the menu and the
 * rights on addresses. What somebody may do inside an area is the controllers' matter.
 */
public enum Area {
    HOME("home", "/", EnumSet.allOf(Role.class)),
    ROSTERS(
            "rosters",
            "/rosters",
            EnumSet.of(Role.CLERK, Role.REVIEWER, Role.DEPARTMENT_OFFICER, Role.TAX_OFFICER, Role.AUDITOR)),
    PEOPLE("people", "/people", EnumSet.of(Role.CLERK, Role.REVIEWER, Role.TOWNSHIP_OFFICER, Role.AUDITOR)),
    DETERMINATIONS("determinations", "/determinations", EnumSet.of(Role.CLERK, Role.REVIEWER, Role.AUDITOR)),
    REVIEW("review", "/review", EnumSet.of(Role.CLERK, Role.REVIEWER, Role.AUDITOR)),
    VISITS("visits", "/visits", EnumSet.of(Role.CLERK, Role.REVIEWER, Role.TOWNSHIP_OFFICER, Role.AUDITOR)),
    POLICIES("policies", "/policies", EnumSet.allOf(Role.class)),
    TAX(
            "tax",
            "/tax",
            EnumSet.of(
                    Role.CLERK,
                    Role.REVIEWER,
                    Role.DEPARTMENT_OFFICER,
                    Role.TOWNSHIP_OFFICER,
                    Role.TAX_OFFICER,
                    Role.AUDITOR)),
    SETTLEMENT(
            "settlement",
            "/settlement",
            EnumSet.of(Role.CLERK, Role.REVIEWER, Role.DEPARTMENT_OFFICER, Role.FINANCE_OFFICER, Role.AUDITOR)),
    AUDIT("audit", "/audit", EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR)),
    ADMINISTRATION("administration", "/administration/users", EnumSet.of(Role.ADMINISTRATOR));

    private final String code;
    private final String path;
    private final Set<Role> roles;

    Area(String code, String path, Set<Role> roles) {
        this.code = code;
        this.path = path;
        this.roles = roles;
    }

    /** What pages pass to the layout, and the message {@code nav.<code>}. */
    public String code() {
        return code;
    }

    /** Where the menu leads. */
    public String path() {
        return path;
    }

    /** The addresses that belong to the area. */
    public List<String> patterns() {
        return this == HOME ? List.of("/") : List.of("/" + code, "/" + code + "/**");
    }

    public boolean isOpenTo(Role role) {
        return roles.contains(role);
    }

    /** The names of its roles, as Spring Security wants them. */
    public String[] roleNames() {
        return roles.stream().map(Enum::name).toArray(String[]::new);
    }

    /** The menu of a role. */
    public static List<Area> openTo(Role role) {
        return Arrays.stream(values()).filter(a -> a.isOpenTo(role)).toList();
    }
}
