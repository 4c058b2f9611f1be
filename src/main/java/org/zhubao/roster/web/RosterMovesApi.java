package org.zhubao.roster.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhubao.account.CurrentUser;
import org.zhubao.roster.SubmittingRosters;

/** Rosters for programs: the moves from the department to the register. */
@RestController
@RequestMapping("/api/v1/rosters/{id}")
@Tag(name = "rosters")
class RosterMovesApi {

    private final VisibleRosters rosters;
    private final SubmittingRosters submitting;
    private final RosterApi answers;

    RosterMovesApi(VisibleRosters rosters, SubmittingRosters submitting, RosterApi answers) {
        this.rosters = rosters;
        this.submitting = submitting;
        this.answers = answers;
    }

    @PostMapping("/submission")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    @Operation(summary = "The department vouches for the roster")
    RosterAnswer submit(CurrentUser user, @PathVariable UUID id, Locale locale) {
        submitting.submit(rosters.get(user, id).id(), user.username());
        return answers.show(user, id, locale);
    }

    @PostMapping("/acceptance")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    @Operation(summary = "The bureau takes the roster into the register")
    RosterAnswer accept(CurrentUser user, @PathVariable UUID id, Locale locale) {
        submitting.accept(rosters.get(user, id).id(), user.username());
        return answers.show(user, id, locale);
    }

    @PostMapping("/return")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    @Operation(summary = "The bureau sends the roster back, with the reason")
    RosterAnswer giveBack(CurrentUser user, @PathVariable UUID id, @RequestBody Reason because, Locale locale) {
        submitting.giveBack(rosters.get(user, id).id(), user.username(), Reason.said(because.reason()));
        return answers.show(user, id, locale);
    }

    @PostMapping("/withdrawal")
    @PreAuthorize("hasRole('CLERK')")
    @Operation(
            summary =
                    "The bureau takes an accepted roster back, with the reason, as long as nothing settled rests on it")
    RosterAnswer withdraw(CurrentUser user, @PathVariable UUID id, @RequestBody Reason because, Locale locale) {
        submitting.withdraw(rosters.get(user, id).id(), user.username(), Reason.said(because.reason()));
        return answers.show(user, id, locale);
    }
}
