package org.zhubao.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.roster.HandingInRosters;
import org.zhubao.roster.RosterStatus;
import org.zhubao.roster.RosterSummary;
import org.zhubao.site.Flash;

/** A roster while it is being read. */
@Controller
@RequestMapping("/rosters/{id}")
class RosterReadingController {

    private final VisibleRosters rosters;
    private final HandingInRosters handingIn;
    private final ReadingPages pages;

    RosterReadingController(VisibleRosters rosters, HandingInRosters handingIn, ReadingPages pages) {
        this.rosters = rosters;
        this.handingIn = handingIn;
        this.pages = pages;
    }

    /** The part of the page that is fetched again and again; the whole page comes anew when the reading is over. */
    @GetMapping("/progress")
    String progress(CurrentUser user, @PathVariable UUID id, Model model, HttpServletResponse response) {
        RosterSummary roster = rosters.get(user, id);
        if (roster.status() != RosterStatus.READING) {
            response.setHeader("HX-Refresh", "true");
        }
        pages.of(user, roster, model);
        return "roster/reading :: stages";
    }

    @PostMapping("/cancellation")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    String cancel(CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        handingIn.cancel(rosters.get(user, id).id(), user.username());
        Flash.success(redirect, "roster.reading.cancelled");
        return "redirect:/rosters/" + id;
    }
}
