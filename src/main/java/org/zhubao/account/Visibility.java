package org.zhubao.account;

import org.jspecify.annotations.Nullable;
import org.zhubao.division.Scope;

/**
 * What the database shows to a transaction; null is nothing at all.
 *
 * @param counties whose rosters, runs and sheets
 * @param people whose people: a township officer has the county's business, but the township's people only
 * @param department whose lists and claims: a department officer has the department's only
 * @param trail whose lines of the audit trail
 * @param username whose own requests
 */
record Visibility(
        @Nullable Scope counties,
        @Nullable Scope people,
        @Nullable String department,
        @Nullable Scope trail,
        @Nullable String username) {

    static final Visibility NOTHING = new Visibility(null, null, null, null, null);

    /** Comes before every code of a department, byte by byte, and the other one after. */
    private static final String EVERY_DEPARTMENT = "*";

    private static final String AFTER_EVERY_DEPARTMENT = "~";

    /** That of the work at hand: the product's own when there is such, else that of who is signed in. */
    static Visibility current() {
        return SystemWork.scope()
                .map(scope -> new Visibility(scope.wholeCounties(), scope, EVERY_DEPARTMENT, null, null))
                .or(() -> SignedInUser.atWork().map(Visibility::of))
                .orElse(NOTHING);
    }

    /** The last code of a department whose lists and claims are seen. */
    @Nullable
    String departmentUntil() {
        return EVERY_DEPARTMENT.equals(department) ? AFTER_EVERY_DEPARTMENT : department;
    }

    /** The county all of whose people and departments are seen, and no other's; null where it is not exactly one. */
    @Nullable
    String wholeCounty() {
        return people != null && people.isCounty() && EVERY_DEPARTMENT.equals(department) ? people.prefix() : null;
    }

    /** Administrators see no personal data; the trail is for them and for auditors. */
    static Visibility of(CurrentUser user) {
        Scope scope = user.scope();
        return new Visibility(
                user.is(Role.ADMINISTRATOR) ? null : scope.wholeCounties(),
                user.is(Role.ADMINISTRATOR) ? null : scope,
                user.office() == null ? EVERY_DEPARTMENT : user.office().code(),
                user.is(Role.ADMINISTRATOR, Role.AUDITOR) ? scope : null,
                user.username());
    }
}
