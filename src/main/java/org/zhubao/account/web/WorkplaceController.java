package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.CurrentUser;
import org.zhubao.site.Back;

/** Changes where one works, from the bar on top of every page. */
@Controller
class WorkplaceController {

    private final Workplaces workplaces;

    WorkplaceController(Workplaces workplaces) {
        this.workplaces = workplaces;
    }

    /** A year the county does not have becomes its newest: county and year are chosen together. */
    @PostMapping("/workplace")
    String choose(
            CurrentUser user,
            @RequestParam String county,
            @RequestParam int benefitYear,
            HttpSession session,
            HttpServletRequest request) {
        workplaces.choose(user, county, benefitYear, session);
        return Back.from(request);
    }
}
