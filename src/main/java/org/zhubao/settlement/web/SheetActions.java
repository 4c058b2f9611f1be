package org.zhubao.settlement.web;

import java.util.List;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.settlement.Dispute;
import org.zhubao.settlement.Sheet;
import org.zhubao.settlement.SheetStatus;

/** What the user may do with a sheet as it stands: the buttons the screen shows. Services and the database decide. */
record SheetActions(
        boolean confirm,
        boolean dispute,
        boolean answer,
        boolean replace,
        boolean approve,
        boolean pay,
        boolean revoke) {

    static SheetActions of(CurrentUser user, Sheet sheet, List<Dispute> disputes) {
        boolean officer = user.is(Role.DEPARTMENT_OFFICER);
        boolean clerk = user.is(Role.CLERK);
        boolean disputed = sheet.status() == SheetStatus.DISPUTED;
        boolean open = disputes.stream().anyMatch(Dispute::isOpen);
        return new SheetActions(
                officer && sheet.mayBecome(SheetStatus.CONFIRMED),
                officer && (disputed || sheet.mayBecome(SheetStatus.DISPUTED)),
                clerk && disputed && open,
                clerk && disputed && !open,
                user.is(Role.REVIEWER)
                        && sheet.mayBecome(SheetStatus.APPROVED)
                        && !sheet.frozenBy().equals(user.username()),
                user.is(Role.FINANCE_OFFICER) && sheet.mayBecome(SheetStatus.PAID),
                user.is(Role.CLERK, Role.REVIEWER) && sheet.mayBecome(SheetStatus.VOID));
    }
}
