package org.zhubao.account.web;

import java.util.List;
import org.springframework.validation.Errors;
import org.zhubao.account.NewUser;
import org.zhubao.division.Scope;

/** A new user as typed: codes, checked before they become values. */
record UserForm(String username, String displayName, String role, String division, String department) {

    private static final int LONGEST_NAME = 40;

    UserForm {
        username = MembershipFields.trimmed(username);
        displayName = MembershipFields.trimmed(displayName);
        role = MembershipFields.trimmed(role);
        division = MembershipFields.trimmed(division);
        department = MembershipFields.trimmed(department);
    }

    static UserForm blank() {
        MembershipFields none = MembershipFields.blank();
        return new UserForm("", "", none.role(), none.division(), none.department());
    }

    /** @param administered the scope within which the administrator may give rights */
    void check(Scope administered, Errors problems) {
        if (!username.matches(NewUser.USERNAME)) {
            problems.rejectValue("username", "users.username.wrong");
        }
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME) {
            problems.rejectValue("displayName", "users.display-name.wrong");
        }
        fields().check(administered, problems);
    }

    /** Only after a check without problems. */
    NewUser user() {
        return new NewUser(username, displayName, List.of(fields().membership()));
    }

    private MembershipFields fields() {
        return new MembershipFields(role, division, department);
    }
}
