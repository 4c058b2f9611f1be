package org.zhubao.levy.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhubao.account.CurrentUser;
import org.zhubao.levy.MarkPush;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.Reconciliation;
import org.zhubao.levy.Reconciliations;
import org.zhubao.site.Refusal;

/** The pushes and reconciliations a user may see: another county's looks like none. */
@Component
class VisibleLevy {

    private final MarkPushes pushes;
    private final Reconciliations reconciliations;

    VisibleLevy(MarkPushes pushes, Reconciliations reconciliations) {
        this.pushes = pushes;
        this.reconciliations = reconciliations;
    }

    MarkPush push(CurrentUser user, UUID id) {
        return pushes.find(id, user.scope()).orElseThrow(Refusal::notFound);
    }

    Reconciliation reconciliation(CurrentUser user, UUID id) {
        return reconciliations.find(id, user.scope()).orElseThrow(Refusal::notFound);
    }
}
