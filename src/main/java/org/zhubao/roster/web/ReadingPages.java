package org.zhubao.roster.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.roster.Column;
import org.zhubao.roster.HandingInRosters;
import org.zhubao.roster.ReadingStage;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterStatus;
import org.zhubao.roster.RosterSummary;
import org.zhubao.roster.UnreadHeading;

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
        RosterFileRefused refused = handingIn.refusal(roster.id()).orElse(null);
        model.addAttribute("refused", refused);
        model.addAttribute("missing", refused == null ? List.of() : missing(roster.kind(), refused.heading()));
        model.addAttribute("columns", Column.values());
        return "roster/refused";
    }

    /** The columns that somebody has to point out, in the order of the templates. */
    private static List<Column> missing(RosterKind kind, @Nullable UnreadHeading heading) {
        return kind.requiredColumns().stream()
                .filter(column -> heading != null && !heading.recognised().containsValue(column))
                .toList();
    }
}
