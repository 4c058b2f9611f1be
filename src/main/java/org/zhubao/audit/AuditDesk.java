package org.zhubao.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Searches the trail; shows what lies within the scope of whoever asks. */
@Repository
@Transactional(readOnly = true)
public class AuditDesk {

    private static final String FOUND =
            """
            from audit_entry
            where (:who::text is null or who = :who)
                and (:action::text is null or action = :action)
                and (:object::text is null or position(:object in object) > 0)
                and (:from::timestamptz is null or at >= :from)
                and (:until::timestamptz is null or at < :until)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditDesk(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Which lines; null means all.
     *
     * @param object a part of it
     * @param until the last day
     */
    public record Filter(
            @Nullable String who,
            @Nullable String action,
            @Nullable String object,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        public Filter {
            who = emptyToNull(who);
            action = emptyToNull(action);
            object = emptyToNull(object);
        }

        private static @Nullable String emptyToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    public long count(Filter filter) {
        return jdbc.sql("select count(*) " + FOUND)
                .params(parameters(filter))
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    public List<AuditEntry> entries(Filter filter, long offset, int limit) {
        return jdbc.sql("select * " + FOUND + " order by id desc offset :offset limit :limit")
                .params(parameters(filter))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> AuditEntry.of(row))
                .list();
    }

    private Map<String, Object> parameters(Filter filter) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("who", filter.who());
        parameters.put("action", filter.action());
        parameters.put("object", filter.object());
        parameters.put("from", filter.from() == null ? null : startOf(filter.from()));
        parameters.put(
                "until", filter.until() == null ? null : startOf(filter.until().plusDays(1)));
        return parameters;
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
