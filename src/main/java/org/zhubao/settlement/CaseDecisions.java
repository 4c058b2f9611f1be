package org.zhubao.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was decided of open cases; nothing of it is ever changed but that it is confirmed or refused. */
@Repository
public class CaseDecisions {

    private static final String DECISION =
            """
            select x.*, p.name from settlement_decision x
            join person p on p.region = x.region and p.id = x.person_id
            """;

    private final JdbcClient jdbc;

    CaseDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that wait first, then the newest. */
    @Transactional(readOnly = true)
    public List<CaseDecision> newest(String county, int benefitYear, int limit) {
        return jdbc.sql(
                        DECISION
                                + """
                        where x.county = ? and x.benefit_year = ?
                        order by x.confirmed is null desc, coalesce(x.decided_at, x.proposed_at) desc, x.id limit ?
                        """)
                .params(county, benefitYear, limit)
                .query((row, n) -> decision(row))
                .list();
    }

    Optional<CaseDecision> find(UUID id, String county, int benefitYear) {
        return jdbc.sql(DECISION + "where x.id = ? and x.county = ? and x.benefit_year = ?")
                .params(id, county, benefitYear)
                .query((row, n) -> decision(row))
                .optional();
    }

    boolean anyWaits(String county, int benefitYear, String fund, UUID person) {
        return jdbc.sql(
                        "select exists (select from settlement_decision where county = ? and benefit_year = ? and fund = ?"
                                + " and person_id = ? and confirmed is null)")
                .params(county, benefitYear, fund, person)
                .query(Boolean.class)
                .single();
    }

    /** @return whether it was still waiting */
    boolean decide(UUID id, boolean confirmed, Signature by) {
        return jdbc.sql(
                                """
                                update settlement_decision set confirmed = ?, decided_by = ?, decided_at = ?
                                where id = ? and confirmed is null
                                """)
                        .params(confirmed, by.by(), Timestamp.from(by.at()), id)
                        .update()
                > 0;
    }

    private static CaseDecision decision(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new CaseDecision(
                row.getObject("id", UUID.class),
                row.getString("fund"),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                CaseVerdict.valueOf(row.getString("verdict")),
                row.getLong("charged_fen"),
                row.getLong("due_fen"),
                row.getString("reason"),
                new Signature(
                        row.getString("proposed_by"),
                        row.getTimestamp("proposed_at").toInstant()),
                Signature.of(row.getString("decided_by"), decided == null ? null : decided.toInstant()),
                row.getObject("confirmed", Boolean.class));
    }
}
