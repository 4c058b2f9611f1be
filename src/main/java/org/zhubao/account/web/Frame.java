package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhubao.account.Area;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.OpenMatters;
import org.zhubao.account.Role;
import org.zhubao.account.SignedInUser;
import org.zhubao.account.Workplace;
import org.zhubao.division.Division;

/** What the bar on top of a page shows; looked up only when a page is drawn, not for redirects and parts. */
class Frame {

    private final SignedInUser signedIn;
    private final CurrentUser user;
    private final ScopeChoice scopes;
    private final Workplaces workplaces;
    private final HttpServletRequest request;
    private final OpenMatters matters;

    Frame(
            SignedInUser signedIn,
            Workplaces workplaces,
            ScopeChoice scopes,
            OpenMatters matters,
            HttpServletRequest request) {
        this.signedIn = signedIn;
        this.user = signedIn.current();
        this.scopes = scopes;
        this.workplaces = workplaces;
        this.matters = matters;
        this.request = request;
    }

    public CurrentUser user() {
        return user;
    }

    /** Whether the user is more than one thing, and so has something to choose. */
    public boolean chooses() {
        return signedIn.memberships().size() > 1;
    }

    /** All that the user is, in the order of the positions. */
    public List<UserRow.Place> memberships() {
        return signedIn.memberships().stream().map(scopes::place).toList();
    }

    /** The position of the membership they act in. */
    public int acting() {
        return signedIn.acting();
    }

    public List<Area> menu() {
        return Area.openTo(user.role());
    }

    /** How many matters wait at the workplace; not counted further than {@link OpenMatters} does. */
    public int openMatters() {
        Workplace here = workplace();
        return here == null ? 0 : matters.count(here);
    }

    public boolean findsPeople() {
        return Area.PEOPLE.isOpenTo(user.role());
    }

    /** Whether they are among those who confirm what administrators propose. */
    public boolean confirms() {
        return user.is(Role.ADMINISTRATOR, Role.REVIEWER);
    }

    public @Nullable Workplace workplace() {
        return workplaces.of(user, request).orElse(null);
    }

    public List<Division> counties() {
        return workplaces.counties(user, request);
    }

    public List<Integer> years() {
        Workplace here = workplace();
        return here == null ? List.of() : workplaces.years(here.county(), request);
    }
}
