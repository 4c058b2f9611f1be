package org.zhubao.account.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;

/** A membership as typed: codes, checked before they become values. */
record MembershipFields(String role, String division, String department) {

    private static final int TOWNSHIP_DIGITS = 9;

    MembershipFields {
        role = trimmed(role);
        division = trimmed(division);
        department = trimmed(department);
    }

    /** Nobody gets a scope by oversight: none is chosen. */
    static MembershipFields blank() {
        return new MembershipFields(Role.CLERK.code(), "-", "");
    }

    static String trimmed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** @param administered the scope within which the administrator may give rights */
    void check(Scope administered, Errors problems) {
        if (chosenRole().isEmpty()) {
            problems.rejectValue("role", "users.role.wrong");
        }
        if (!division.matches("\\d{0,9}") || !administered.covers(division)) {
            problems.rejectValue("division", "users.division.wrong");
        } else if (isFor(Role.TOWNSHIP_OFFICER) && division.length() < TOWNSHIP_DIGITS) {
            problems.rejectValue("division", "users.division.township-wanted");
        }
        boolean officer = isFor(Role.DEPARTMENT_OFFICER);
        if (officer && Department.ofCode(department).isEmpty()) {
            problems.rejectValue("department", "users.department.wanted");
        } else if (!officer && !department.isEmpty()) {
            problems.rejectValue("department", "users.department.unwanted");
        }
    }

    /** Only after a check without problems. */
    Membership membership() {
        return new Membership(
                chosenRole().orElseThrow(),
                new Scope(division),
                Department.ofCode(department).orElse(null));
    }

    private boolean isFor(Role wanted) {
        return chosenRole().filter(r -> r == wanted).isPresent();
    }

    private Optional<Role> chosenRole() {
        return Arrays.stream(Role.values()).filter(r -> r.code().equals(role)).findFirst();
    }
}
