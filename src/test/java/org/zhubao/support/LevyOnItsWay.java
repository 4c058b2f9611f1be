package org.zhubao.support;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.PushKind;
import org.zhubao.levy.PushingMarks;
import org.zhubao.levy.Receipts;
import org.zhubao.levy.Reconciling;

/** A push of a county's marks whose first line was refused, so that there is something to push again, and a reconciliation. */
@TestComponent
public class LevyOnItsWay {

    private static final int YEAR = 2021;

    private final Map<String, UUID> pushes = new HashMap<>();
    private final Map<String, UUID> reconciliations = new HashMap<>();
    private final PushingMarks pushing;
    private final MarkPushes pushed;
    private final Receipts receipts;
    private final Reconciling reconciling;
    private final Divisions divisions;

    LevyOnItsWay(
            PushingMarks pushing, MarkPushes pushed, Receipts receipts, Reconciling reconciling, Divisions divisions) {
        this.pushing = pushing;
        this.pushed = pushed;
        this.receipts = receipts;
        this.reconciling = reconciling;
        this.divisions = divisions;
    }

    public UUID push(String county) {
        return pushes.computeIfAbsent(
                county,
                code -> SignedIn.doing(Role.CLERK, code, () -> {
                    UUID id = pushing.push(division(code), YEAR, PushKind.FULL, "clerk");
                    receipts.refuse(pushed.find(id, new Scope(code)).orElseThrow(), 1, "x", "tax");
                    return id;
                }));
    }

    public UUID reconciliation(String county) {
        return reconciliations.computeIfAbsent(
                county,
                code -> SignedIn.doing(Role.CLERK, code, () -> reconciling.reconcile(division(code), YEAR, "clerk")));
    }

    private Division division(String code) {
        return divisions.find(code).orElseThrow();
    }
}
