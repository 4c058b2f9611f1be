package org.zhubao.account;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;

/** A membership as its row: codes instead of values. */
@Embeddable
record MembershipRow(String role, String prefix, @Nullable String department) {

    static MembershipRow of(Membership membership) {
        Department department = membership.department();
        return new MembershipRow(
                membership.role().code(), membership.scope().prefix(), department == null ? null : department.code());
    }

    Membership membership() {
        return new Membership(
                Role.ofCode(role),
                new Scope(prefix),
                department == null ? null : Department.ofCode(department).orElseThrow());
    }
}
