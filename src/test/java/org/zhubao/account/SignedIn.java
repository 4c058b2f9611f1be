package org.zhubao.account;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.division.Department;

/** Somebody who is signed in already, for tests of screens: {@code mvc.perform(get("/rosters").with(SignedIn.as(CLERK, "510421")))}. */
public final class SignedIn {

    private static final Instant NEVER_TOO_OLD = Instant.parse("9999-01-01T00:00:00Z");

    private SignedIn() {}

    public static RequestPostProcessor as(Role role, String prefix) {
        return as(Membership.of(role, prefix));
    }

    public static RequestPostProcessor officerOf(Department department, String prefix) {
        return as(Membership.officerOf(department, prefix));
    }

    /** A user of the database, in the first of their memberships. */
    public static RequestPostProcessor as(User user) {
        return SecurityMockMvcRequestPostProcessors.user(
                user(user.id().value(), user.username(), user.memberships().get(0)));
    }

    /** Does something in the services that a click of such a user would do. */
    public static <T> T doing(Role role, String prefix, Supplier<T> work) {
        return doing(Membership.of(role, prefix), work);
    }

    /** The same in whatever they are. */
    public static <T> T doing(Membership membership, Supplier<T> work) {
        return doing(user(membership), work);
    }

    private static <T> T doing(SignedInUser user, Supplier<T> work) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new TestingAuthenticationToken(user, null, user.getAuthorities())));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** The same as a user of the database. */
    public static <T> T doing(User user, Supplier<T> work) {
        return doing(user(user.id().value(), user.username(), user.memberships().get(0)), work);
    }

    /** The same user, as services get it. */
    public static CurrentUser user(Role role, String prefix) {
        return user(Membership.of(role, prefix)).current();
    }

    private static RequestPostProcessor as(Membership membership) {
        return SecurityMockMvcRequestPostProcessors.user(user(membership));
    }

    private static SignedInUser user(Membership membership) {
        return user(0, "test-" + membership.role().code(), membership);
    }

    private static SignedInUser user(long id, String username, Membership membership) {
        CurrentUser current =
                new CurrentUser(id, username, "Test", membership.role(), membership.scope(), membership.department());
        return new SignedInUser(current, List.of(membership), NEVER_TOO_OLD, null, true, true);
    }
}
