package org.zhubao.roster.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhubao.account.CurrentUser;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterSummary;
import org.zhubao.site.Refusal;

/** The rosters a user may see. */
@Component
class VisibleRosters {

    private final RosterDesk desk;

    VisibleRosters(RosterDesk desk) {
        this.desk = desk;
    }

    /** Another county's roster, or another department's, looks like none. */
    RosterSummary get(CurrentUser user, UUID id) {
        return desk.find(id)
                .filter(roster -> user.scope().covers(roster.county()))
                .filter(roster -> user.office() == null || user.office() == roster.department())
                .orElseThrow(Refusal::notFound);
    }
}
