package org.zhubao.roster.web;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.roster.Column;
import org.zhubao.roster.HandingInRosters;
import org.zhubao.roster.ReadingStage;
import org.zhubao.roster.RosterStatus;
import org.zhubao.roster.RosterSummary;

/** The pages of a roster whose rows are not there: how far reading has come, or why nothing came of it. */
@Component
class ReadingPages {

    private final HandingInRosters handingIn;

    ReadingPages(HandingInRosters handingIn) {
        this.handingIn = handingIn;
    }

    /** @return the name of the page */
    String of(CurrentUser user, RosterSummary roster, Model model) {
        model.addAttribute("roster", roster);
        model.addAttribute("mayHandIn", user.is(Role.CLERK, Role.DEPARTMENT_OFFICER, Role.TAX_OFFICER));
        if (roster.status() == RosterStatus.READING) {
            model.addAttribute("stages", ReadingStage.values());
            return "roster/reading";
        }
        model.addAttribute("refused", handingIn.refusal(roster.id()).orElse(null));
        model.addAttribute("columns", Column.values());
        return "roster/refused";
    }
}
