package org.zhubao.account.web;

import org.springframework.stereotype.Component;
import org.zhubao.account.Accounts;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.User;
import org.zhubao.account.UserId;
import org.zhubao.site.Refusal;

/** The users an administrator may touch. */
@Component
class AdministeredUsers {

    private final Accounts accounts;

    AdministeredUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Somebody who is anything outside the administrator's scope looks like nobody. */
    User get(CurrentUser administrator, long id) {
        User user = accounts.get(new UserId(id));
        if (!user.isWithin(administrator.scope())) {
            throw Refusal.notFound();
        }
        return user;
    }
}
