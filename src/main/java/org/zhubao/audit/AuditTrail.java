package org.zhubao.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts on record what is done: in the transaction that does it, so that neither is there without the other. */
@Service
public class AuditTrail {

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final JsonMapper json;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, EntityManager entities, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds a line. Call it last: until the transaction ends everybody else who adds one waits. What the transaction has
     * changed is written first, so that no lock is taken after the chain's.
     */
    @Transactional
    public void record(AuditEvent event) {
        entities.flush();
        Head head = head();
        Actor actor = Actor.current(event.who());
        AuditEntry entry = new AuditEntry(
                head.id() + 1,
                clock.instant(),
                actor.who(),
                event.role() == null ? actor.role() : event.role(),
                actor.address(),
                event.action().code(),
                event.division(),
                event.object(),
                text(event.before()),
                text(event.after()));
        jdbc.sql(
                        """
                        insert into audit_entry (id, at, who, role, address, action, division, object, before, after, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.id(),
                        OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
                        entry.who(),
                        entry.role(),
                        entry.address(),
                        entry.action(),
                        entry.division(),
                        entry.object(),
                        entry.before(),
                        entry.after(),
                        entry.hash(head.hash()))
                .update();
    }

    private record Head(long id, byte[] hash) {}

    /** The last line of all, also of those that this transaction may not read. */
    private Head head() {
        return jdbc.sql("select id, hash from audit_head()")
                .query((row, n) -> new Head(row.getLong("id"), row.getBytes("hash")))
                .optional()
                .orElse(new Head(0, AuditChain.BEGINNING));
    }

    private String text(SortedMap<String, String> values) {
        return values.isEmpty() ? "" : json.writeValueAsString(values);
    }
}
