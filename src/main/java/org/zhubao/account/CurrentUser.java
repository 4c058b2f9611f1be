package org.zhubao.account;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;

/**
 * Who is at work, in the one membership they act in. A parameter of this type in a controller is filled in.
 *
 * @param department set for department officers only
 */
public record CurrentUser(
        long id, String username, String displayName, Role role, Scope scope, @Nullable Department department)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /**
     * The office whose lists they send and see: a department officer's own, the tax bureau for its officers; null for
     * whoever sees every list.
     */
    public @Nullable Department office() {
        return role == Role.TAX_OFFICER ? Department.TAX : department;
    }

    public boolean is(Role... roles) {
        for (Role r : roles) {
            if (r == role) {
                return true;
            }
        }
        return false;
    }
}
