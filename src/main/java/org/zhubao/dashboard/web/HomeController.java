package org.zhubao.dashboard.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhubao.account.Area;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.dashboard.SeasonAtAGlance;

/** The home page. */
@Controller
class HomeController {

    private final SeasonAtAGlance season;

    HomeController(SeasonAtAGlance season) {
        this.season = season;
    }

    @GetMapping("/")
    String home(CurrentUser user, Workplace workplace, Model model) {
        model.addAttribute("workplace", workplace);
        model.addAttribute("user", user);
        if (user.is(Role.ADMINISTRATOR, Role.TAX_OFFICER)) {
            return "dashboard/plain";
        }
        model.addAttribute("season", season.of(user, workplace));
        model.addAttribute(
                "areas", Area.openTo(user.role()).stream().map(Area::code).toList());
        model.addAttribute("seesResults", !user.is(Role.TOWNSHIP_OFFICER));
        return "dashboard/home";
    }
}
