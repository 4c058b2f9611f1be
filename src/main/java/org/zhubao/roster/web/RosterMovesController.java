package org.zhubao.roster.web;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.roster.RosterSummary;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.site.Flash;

/** The moves of one roster, from the department to the register and back. */
@Controller
@RequestMapping("/rosters/{id}")
class RosterMovesController {

    private final VisibleRosters rosters;
    private final SubmittingRosters submitting;

    RosterMovesController(VisibleRosters rosters, SubmittingRosters submitting) {
        this.rosters = rosters;
        this.submitting = submitting;
    }

    @PostMapping("/submission")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    String submit(CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        submitting.submit(rosters.get(user, id).id(), user.username());
        Flash.success(redirect, "roster.submitted");
        return back(id);
    }

    @PostMapping("/acceptance")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    String accept(CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        RosterSummary roster = rosters.get(user, id);
        boolean accepted = submitting.accept(roster.id(), user.username());
        boolean toReconcile = roster.kind().sender().isPresent();
        String done = toReconcile ? "roster.accepted.told" : "roster.accepted";
        Flash.success(redirect, accepted ? done : "roster.accepted.first");
        return back(id);
    }

    @PostMapping("/return")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    String giveBack(CurrentUser user, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        submitting.giveBack(rosters.get(user, id).id(), user.username(), Reason.said(reason));
        Flash.success(redirect, "roster.returned");
        return back(id);
    }

    @PostMapping("/withdrawal")
    @PreAuthorize("hasRole('CLERK')")
    String withdraw(CurrentUser user, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        submitting.withdraw(rosters.get(user, id).id(), user.username(), Reason.said(reason));
        Flash.success(redirect, "roster.withdrawn");
        return back(id);
    }

    private static String back(UUID id) {
        return "redirect:/rosters/" + id;
    }
}
