package org.zhubao.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an accepted list of some people left behind: rows that could not enter the register wait until a later list of the
 * same kind brings the same name with a number that this list did not bring.
 */
@Repository
@Transactional(readOnly = true)
public class WaitingRows {

    private static final String WAITING =
            """
            b.status = 'ACCEPTED' and b.kind in ('ADDITIONS', 'REMOVALS', 'DEATHS', 'MOVES')
            and (not r.acceptable or r.person_key is null)
            and not exists (
                select from roster_batch later join roster_row s on s.batch_id = later.id
                where later.county = b.county and later.benefit_year = b.benefit_year
                    and later.department = b.department and later.kind = b.kind
                    and later.status = 'ACCEPTED' and later.decided_at > b.decided_at
                    and s.enters_register and s.comparable_name = r.comparable_name
                    and not exists (
                        select from roster_row known
                        where known.batch_id = b.id and known.enters_register and known.person_key = s.person_key))
            """;

    private final JdbcClient jdbc;
    private final RowViews views;

    WaitingRows(JdbcClient jdbc, RowViews views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    /** How many rows wait, by roster; rosters of which none does are left out. */
    public Map<UUID, Integer> counts(List<RosterSummary> rosters) {
        Map<UUID, Integer> counts = new HashMap<>();
        List<UUID> ids = rosters.stream()
                .filter(roster -> roster.status() == RosterStatus.ACCEPTED)
                .filter(roster -> roster.rows().rejected() + roster.rows().waiting() > 0)
                .map(RosterSummary::id)
                .toList();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            select b.id, count(*) as rows from roster_batch b join roster_row r on r.batch_id = b.id
                            where b.id in (:ids) and
                            """
                                    + WAITING + " group by b.id")
                    .param("ids", ids)
                    .query(row -> {
                        counts.put(row.getObject("id", UUID.class), row.getInt("rows"));
                    });
        }
        return counts;
    }

    /** The rows that wait, in the file's order. */
    public List<RowView> rows(UUID roster, long offset, int limit) {
        return jdbc.sql(RowViews.ROWS + "where b.id = :id and " + WAITING
                        + " order by r.row_number offset :offset limit :limit")
                .param("id", roster)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> views.view(row))
                .list();
    }
}
