package org.zhubao.support;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.division.Department;

/** Everybody who works on one county's season in the browser, each in a window of their own that opens when it is needed. */
public final class Windows {

    private static final String PASSWORD = "a-window-of-their-own-2021";

    private final Browser browser;
    private final Accounts accounts;
    private final Invitations invitations;
    private final CountySeason season;
    private final Map<String, Page> open = new HashMap<>();
    private final Set<String> users = new HashSet<>();

    public Windows(Browser browser, Accounts accounts, Invitations invitations, CountySeason season) {
        this.browser = browser;
        this.accounts = accounts;
        this.invitations = invitations;
        this.season = season;
    }

    public Page as(Role role) {
        return window(role.code(), Membership.of(role, season.code()));
    }

    /** Whoever sends that office's lists. */
    public Page officer(Department department) {
        return department == Department.TAX
                ? as(Role.TAX_OFFICER)
                : window(department.code(), Membership.officerOf(department, season.code()));
    }

    /** Everybody goes home. */
    public void close() {
        open.values().forEach(window -> window.context().close());
        open.clear();
    }

    private Page window(String who, Membership membership) {
        return open.computeIfAbsent(who, w -> {
            String username = String.join("-", "window", season.code(), String.valueOf(season.year()), who);
            if (users.add(username)) {
                var id = accounts.create(new NewUser(username, username, List.of(membership)));
                invitations.accept(accounts.invite(id).token(), PASSWORD);
            }
            return atWork(browser.signedIn(username, PASSWORD));
        });
    }

    /** Panzhihua's offices begin with the newest year. */
    private Page atWork(Page page) {
        if (!page.locator("#workplace-year").inputValue().equals(String.valueOf(season.year()))) {
            page.click(".who summary");
            page.selectOption("#workplace-year", String.valueOf(season.year()));
            page.click("form[action$='/workplace'] button");
        }
        return page;
    }
}
