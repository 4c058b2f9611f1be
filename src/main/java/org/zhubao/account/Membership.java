package org.zhubao.account;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;

/**
 * One thing a user is, somewhere.
 *
 * @param department whose rosters they upload; department officers have one, nobody else does
 */
public record Membership(Role role, Scope scope, @Nullable Department department) implements Serializable {

    private static final long serialVersionUID = 1;

    public Membership {
        if ((role == Role.DEPARTMENT_OFFICER) != (department != null)) {
            throw new IllegalArgumentException("department of " + role + ": " + department);
        }
    }

    /** For the trail: {@code department@510421/health}. */
    String words() {
        return role.code() + "@" + scope.prefix() + (department == null ? "" : "/" + department.code());
    }

    public static Membership of(Role role, String prefix) {
        return new Membership(role, new Scope(prefix), null);
    }

    public static Membership officerOf(Department department, String prefix) {
        return new Membership(Role.DEPARTMENT_OFFICER, new Scope(prefix), department);
    }
}
