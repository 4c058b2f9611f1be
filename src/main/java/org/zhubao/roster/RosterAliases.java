package org.zhubao.roster;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterAlias.Subject;
import org.zhubao.site.Refusal;

/** Remembers, for each department of a county, what it means by its own headings and wordings. */
@Service
public class RosterAliases {

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    RosterAliases(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** All of a county, or those of one department when it is given. */
    @Transactional(readOnly = true)
    public List<RosterAlias> list(String county, @Nullable Department department) {
        return jdbc.sql(
                        """
                        select * from roster_alias
                        where county = :county and (:department::text is null or department = :department)
                        order by department, subject, written
                        """)
                .param("county", county)
                .param("department", department == null ? null : department.code())
                .query((row, n) -> new RosterAlias(
                        row.getLong("id"),
                        Department.ofCode(row.getString("department")).orElseThrow(),
                        Subject.ofCode(row.getString("subject")),
                        row.getString("written"),
                        row.getString("meaning"),
                        row.getString("set_by"),
                        row.getTimestamp("set_at").toInstant()))
                .list();
    }

    /** Those that reading a department's file goes by. */
    @Transactional(readOnly = true)
    public Aliases of(String county, Department department) {
        Map<String, Column> headings = new HashMap<>();
        Map<String, String> wordings = new HashMap<>();
        for (RosterAlias alias : list(county, department)) {
            String comparable = alias.subject().comparable(alias.written());
            if (alias.subject() == Subject.HEADING) {
                headings.put(comparable, Column.valueOf(alias.meaning()));
            } else {
                wordings.put(comparable, alias.meaning());
            }
        }
        return new Aliases(headings, wordings);
    }

    /** From now on this is what the department means; an earlier meaning of the same is replaced. */
    @Transactional
    public void remember(
            String county, Department department, Subject subject, String written, String meaning, String by) {
        String comparable = subject.comparable(written);
        if (comparable.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into roster_alias
                            (county, department, subject, written, comparable, meaning, set_by, set_at)
                        values (:county, :department, :subject, :written, :comparable, :meaning, :by, :at)
                        on conflict (county, department, subject, comparable)
                        do update set meaning = :meaning, written = :written, set_by = :by, set_at = :at
                        """)
                .param("county", county)
                .param("department", department.code())
                .param("subject", subject.code())
                .param("written", written)
                .param("comparable", comparable)
                .param("meaning", meaning)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        trail.record(AuditEvent.of(Action.ALIAS_SET, county, "alias " + subject.code())
                .by(by)
                .with("department", department.code())
                .with("written", written)
                .with("meaning", meaning));
    }

    /** @throws Refusal when there is none of this number in the county, or in the department when it is given */
    @Transactional
    public void forget(long id, String county, @Nullable Department department, String by) {
        RosterAlias alias = list(county, department).stream()
                .filter(a -> a.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        jdbc.sql("delete from roster_alias where id = ?").param(id).update();
        trail.record(AuditEvent.of(
                        Action.ALIAS_REMOVED, county, "alias " + alias.subject().code())
                .by(by)
                .with("department", alias.department().code())
                .with("written", alias.written())
                .with("meaning", alias.meaning()));
    }
}
