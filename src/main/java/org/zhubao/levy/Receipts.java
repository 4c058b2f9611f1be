package org.zhubao.levy;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.site.Refusal;

/**
 * What the tax bureau answers to a push: that it took it, and single lines it did not. Many refused lines come as a list
 * of their own kind.
 */
@Service
public class Receipts {

    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Receipts(AuditTrail trail, JdbcClient jdbc, Clock clock) {
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal when there is a receipt already */
    @Transactional
    public void confirm(MarkPush push, String by) {
        int entered = jdbc.sql(
                        """
                        insert into mark_receipt (push_id, county, received_by, received_at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(push.id(), push.county(), by, Timestamp.from(clock.instant()))
                .update();
        if (entered == 0) {
            throw Refusal.overtaken("levy.receipt-there", push.number());
        }
        record(push, push.refused(), by);
    }

    /**
     * Enters one refused line.
     *
     * @throws Refusal without a reason, without such a line, or when it was refused before
     */
    @Transactional
    public void refuse(MarkPush push, int sequence, String reason, String by) {
        if (reason.isBlank()) {
            throw new Refusal("levy.reason-missing");
        }
        try {
            int entered = jdbc.sql(
                            """
                            insert into mark_refusal (push_id, sequence, county, reason, known_from)
                            select push_id, sequence, county, ?, ? from mark_line
                            where push_id = ? and sequence = ? and change <> 'CANCELLED'
                            """)
                    .params(reason.strip(), Timestamp.from(clock.instant()), push.id(), sequence)
                    .update();
            if (entered == 0) {
                throw new Refusal("levy.receipt-line-wrong", sequence);
            }
        } catch (DuplicateKeyException e) {
            throw Refusal.overtaken("levy.receipt-line-there", sequence);
        }
        record(push, 1, by);
    }

    private void record(MarkPush push, int refused, String by) {
        trail.record(AuditEvent.of(Action.MARKS_RECEIPTED, push.county(), "mark push " + push.id())
                .by(by)
                .with("refused", refused));
    }
}
