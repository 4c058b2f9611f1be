package org.zhubao.roster.web;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhubao.account.CurrentUser;
import org.zhubao.roster.RosterMoney;
import org.zhubao.roster.RosterSummary;
import org.zhubao.site.Refusal;

/**
 * What accepting a roster would change in yuan. For the bureau: the sums rest on what all departments say of a person, so
 * one department's officer could learn from them what another has said.
 */
@Controller
@RequestMapping("/rosters/{id}/money")
class RosterMoneyController {

    private final VisibleRosters rosters;
    private final RosterMoney money;

    RosterMoneyController(VisibleRosters rosters, RosterMoney money) {
        this.rosters = rosters;
        this.money = money;
    }

    /** A part of the roster's page, fetched once the rest is shown: deciding on many people takes some seconds. */
    @GetMapping
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
    String show(CurrentUser user, @PathVariable UUID id, Model model) {
        RosterSummary roster = rosters.get(user, id);
        if (!roster.status().isOpen() || !roster.kind().readsIdentity()) {
            throw Refusal.notFound();
        }
        model.addAttribute("roster", roster);
        model.addAttribute("money", money.foresee(roster).orElse(null));
        return "roster/money";
    }
}
