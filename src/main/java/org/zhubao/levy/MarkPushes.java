package org.zhubao.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.division.Scope;

/** The pushes of a county. Reads only. */
@Repository
@Transactional(readOnly = true)
public class MarkPushes {

    private static final String PUSH =
            """
            select p.*, r.received_at,
                (select count(*) from mark_refusal x where x.push_id = p.id and x.known_to is null) as refused
            from mark_push p left join mark_receipt r on r.push_id = p.id
            """;

    private final JdbcClient jdbc;
    private final MarkDrafts drafts;

    MarkPushes(JdbcClient jdbc, MarkDrafts drafts) {
        this.jdbc = jdbc;
        this.drafts = drafts;
    }

    /** The newest first. */
    public List<MarkPush> list(String county, int benefitYear) {
        return jdbc.sql(PUSH + "where p.county = ? and p.benefit_year = ? order by p.number desc")
                .params(county, benefitYear)
                .query((row, n) -> push(row))
                .list();
    }

    public Optional<MarkPush> last(String county, int benefitYear) {
        return list(county, benefitYear).stream().findFirst();
    }

    /** A push of whichever county, if the scope covers it. */
    public Optional<MarkPush> find(UUID id, Scope scope) {
        return jdbc.sql(PUSH + "where p.id = ?")
                .param(id)
                .query((row, n) -> push(row))
                .optional()
                .filter(push -> scope.covers(push.county()));
    }

    /** Whether the stored lines still are what was frozen. */
    public boolean isIntact(MarkPush push) {
        return drafts.digestOf(push.id()).equals(push.digest());
    }

    private static MarkPush push(ResultSet row) throws SQLException {
        OffsetDateTime received = row.getObject("received_at", OffsetDateTime.class);
        return new MarkPush(
                row.getObject("id", UUID.class),
                row.getString("county"),
                row.getInt("benefit_year"),
                row.getInt("number"),
                PushKind.valueOf(row.getString("kind")),
                row.getObject("run_id", UUID.class),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("cancelled"),
                row.getInt("unchanged"),
                row.getString("digest"),
                row.getString("pushed_by"),
                row.getObject("pushed_at", OffsetDateTime.class).toInstant(),
                row.getInt("refused"),
                received == null ? null : received.toInstant());
    }
}
