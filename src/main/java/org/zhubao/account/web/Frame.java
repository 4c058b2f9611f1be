package org.zhubao.account.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhubao.account.Area;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.division.Division;

/** What the bar on top of a page shows; looked up only when a page is drawn, not for redirects and parts. */
class Frame {

    private final CurrentUser user;
    private final Workplaces workplaces;
    private final HttpSession session;
    private @Nullable Workplace workplace;

    Frame(CurrentUser user, Workplaces workplaces, HttpSession session) {
        this.user = user;
        this.workplaces = workplaces;
        this.session = session;
    }

    public CurrentUser user() {
        return user;
    }

    public List<Area> menu() {
        return Area.openTo(user.role());
    }

    public boolean findsPeople() {
        return Area.PEOPLE.isOpenTo(user.role());
    }

    public @Nullable Workplace workplace() {
        if (workplace == null) {
            workplace = workplaces.of(user, session).orElse(null);
        }
        return workplace;
    }

    public List<Division> counties() {
        return workplaces.counties(user);
    }

    public List<Integer> years() {
        Workplace here = workplace();
        return here == null ? List.of() : workplaces.years(here.county());
    }
}
