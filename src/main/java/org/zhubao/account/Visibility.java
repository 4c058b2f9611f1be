package org.zhubao.account;

import java.util.Optional;
import org.zhubao.division.Scope;

/**
 * What the database shows to a transaction, as its policies want to be told: two patterns of division codes, of which
 * an empty one matches nothing.
 *
 * @param counties whose rosters, people, results and sheets
 * @param scope the scope itself, which may be a township and narrows people to it
 */
record Visibility(String counties, String scope) {

    /** That of the work at hand: the product's own when there is such, else that of who is signed in, else nothing. */
    static Optional<Visibility> current() {
        return SystemWork.scope()
                .map(scope -> new Visibility(scope.wholeCounties().likePattern(), scope.likePattern()))
                .or(() -> SignedInUser.atWork().map(Visibility::of));
    }

    /** Administrators see whom the trail names within their scope, but no personal data anywhere. */
    static Visibility of(CurrentUser user) {
        Scope scope = user.scope();
        return new Visibility(
                user.is(Role.ADMINISTRATOR) ? "" : scope.wholeCounties().likePattern(), scope.likePattern());
    }
}
