package org.zhubao.account;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.division.Department;

/** Somebody who is signed in already, for tests of screens: {@code mvc.perform(get("/rosters").with(SignedIn.as(CLERK, "510421")))}. */
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor as(Role role, String prefix) {
        return as(Membership.of(role, prefix));
    }

    public static RequestPostProcessor officerOf(Department department, String prefix) {
        return as(Membership.officerOf(department, prefix));
    }

    private static RequestPostProcessor as(Membership membership) {
        CurrentUser current = new CurrentUser(
                0,
                "test-" + membership.role().code(),
                "Test",
                membership.role(),
                membership.scope(),
                membership.department());
        return SecurityMockMvcRequestPostProcessors.user(new SignedInUser(current, null, true, true));
    }
}
