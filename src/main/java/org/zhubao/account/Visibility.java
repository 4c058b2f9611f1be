package org.zhubao.account;

import org.jspecify.annotations.Nullable;
import org.zhubao.division.Scope;

/**
 * What the database shows to a transaction; null is nothing at all.
 *
 * @param counties whose rosters, runs and sheets
 * @param people whose people: a township officer has the county's business, but the township's people only
 * @param trail whose lines of the audit trail
 */
record Visibility(@Nullable Scope counties, @Nullable Scope people, @Nullable Scope trail) {

    static final Visibility NOTHING = new Visibility(null, null, null);

    /** That of the work at hand: the product's own when there is such, else that of who is signed in. */
    static Visibility current() {
        return SystemWork.scope()
                .map(scope -> new Visibility(scope.wholeCounties(), scope, null))
                .or(() -> SignedInUser.atWork().map(Visibility::of))
                .orElse(NOTHING);
    }

    /** Administrators see no personal data; the trail is for them and for auditors. */
    static Visibility of(CurrentUser user) {
        Scope scope = user.scope();
        return new Visibility(
                user.is(Role.ADMINISTRATOR) ? null : scope.wholeCounties(),
                user.is(Role.ADMINISTRATOR) ? null : scope,
                user.is(Role.ADMINISTRATOR, Role.AUDITOR) ? scope : null);
    }
}
