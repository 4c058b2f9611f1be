package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.SignedInUser;
import org.zhubao.site.Refusal;

/** Changes in which of their memberships somebody acts, for those who have several. */
@Controller
class MembershipController {

    private final SignInProgress progress;
    private final Workplaces workplaces;

    MembershipController(SignInProgress progress, Workplaces workplaces) {
        this.progress = progress;
        this.workplaces = workplaces;
    }

    /** Leads to the home page: where they were may be closed to the other role. */
    @PostMapping("/membership")
    String choose(
            @AuthenticationPrincipal SignedInUser user,
            @RequestParam int position,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (position < 0 || position >= user.memberships().size()) {
            throw Refusal.notFound();
        }
        workplaces.forget(request.getSession());
        progress.goOnAs(user.actingAs(user.memberships().get(position)), request, response);
        return "redirect:/";
    }
}
