package org.zhubao.account;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;

/** Counts towards the lock whatever secret was wrong, be it a password or a code, and puts it on record. */
@Component
class FailedSignIns {

    private final AuditTrail trail;
    private final Clock clock;

    FailedSignIns(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** @param user locked for counting */
    void count(AppUser user) {
        boolean lockedBefore = user.isLocked(clock.instant());
        user.signInFailed(clock.instant());
        if (!lockedBefore && user.isLocked(clock.instant())) {
            trail.record(user.event(Action.LOCKED).by(user.username()));
        }
    }

    /** @param reason in one word: what was wrong */
    void record(AppUser user, String reason) {
        trail.record(user.event(Action.SIGN_IN_FAILED).by(user.username()).with("reason", reason));
    }
}
