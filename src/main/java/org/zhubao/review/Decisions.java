package org.zhubao.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.determination.Verdict;
import org.zhubao.site.Paging;

/** What was decided, and what waits for a second person. Reads only. */
@Repository
@Transactional(readOnly = true)
public class Decisions {

    private static final String WAITING = " and exists (select from override v where v.benefit_year = d.benefit_year"
            + " and v.region = d.region and v.proposal_id = d.id and v.decided_at is null and v.undone_at is null)";

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Proposals that wait for somebody else, the oldest first. */
    public List<Decision> waiting(Workplace workplace) {
        return list(workplace, WAITING + " order by d.decided_at, d.id", new Paging(1, Integer.MAX_VALUE, 1));
    }

    public int countWaiting(Workplace workplace) {
        return count(workplace, WAITING);
    }

    public int count(Workplace workplace) {
        return count(workplace, "");
    }

    /** The newest first. */
    public List<Decision> list(Workplace workplace, Paging paging) {
        return list(workplace, " order by d.decided_at desc, d.id", paging);
    }

    private int count(Workplace workplace, String condition) {
        return jdbc.sql("select count(*) from review_decision d where d.county = ? and d.benefit_year = ?" + condition)
                .params(workplace.county().code(), workplace.benefitYear())
                .query(Integer.class)
                .single();
    }

    private List<Decision> list(Workplace workplace, String condition, Paging paging) {
        return jdbc.sql(
                        """
                        select d.*, o.proposal_id, coalesce(o.stated, o.identity, '') as verdict, o.document, o.valid_from, o.valid_to, o.attachment_id,
                            o.approved, o.decided_by as second, a.name as attachment
                        from review_decision d
                        left join lateral (select v.* from override v where v.benefit_year = d.benefit_year
                            and v.region = d.region and v.proposal_id = d.id limit 1) o on true
                        left join override_attachment a on a.id = o.attachment_id
                        where d.county = ? and d.benefit_year = ?
                        """
                                + condition + " offset ? limit ?")
                .params(workplace.county().code(), workplace.benefitYear(), paging.offset(), paging.size())
                .query((row, n) -> decision(row))
                .list();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Decision(
                row.getObject("id", UUID.class),
                Act.valueOf(row.getString("act")),
                kind == null ? null : ItemKind.valueOf(kind),
                Pattern.of(row.getString("pattern")),
                row.getInt("persons"),
                row.getLong("was_fen"),
                row.getLong("subsidy_fen"),
                row.getString("reason"),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                state(row),
                row.getString("undone_because"),
                row.getObject("proposal_id") == null ? Optional.empty() : Optional.of(override(row)));
    }

    private static Decision.State state(ResultSet row) throws SQLException {
        @Nullable Boolean approved = row.getObject("approved", Boolean.class);
        if (Boolean.FALSE.equals(approved)) {
            return Decision.State.REJECTED;
        }
        if (row.getObject("undone_at") != null) {
            return Decision.State.UNDONE;
        }
        return approved == null && row.getObject("proposal_id") != null
                ? Decision.State.WAITING
                : Decision.State.STANDING;
    }

    private static Decision.Override override(ResultSet row) throws SQLException {
        return new Decision.Override(
                Verdict.ofCode(row.getString("verdict")),
                row.getString("document"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("attachment_id", UUID.class),
                row.getString("attachment"),
                row.getString("second"));
    }
}
