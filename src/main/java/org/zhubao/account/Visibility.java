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

    private static final String EVERY_DEPARTMENT = "*";

    /** That of the work at hand: the product's own when there is such, else that of who is signed in. */
    static Visibility current() {
        return SystemWork.scope()
                .map(scope -> new Visibility(scope.wholeCounties(), scope, EVERY_DEPARTMENT, null, null))
                .or(() -> SignedInUser.atWork().map(Visibility::of))
                .orElse(NOTHING);
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
