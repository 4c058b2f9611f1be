package org.zhubao.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.site.Refusal;

/** The lines departments do not accept. */
@Repository
class Disputes {

    private final JdbcClient jdbc;

    Disputes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Dispute> of(UUID sheet) {
        return jdbc.sql(
                        """
                        select d.*, l.name, l.fund_fen from settlement_dispute d
                        join settlement_line l on l.sheet_id = d.sheet_id and l.sequence = d.sequence
                        where d.sheet_id = ? order by d.sequence
                        """)
                .param(sheet)
                .query((row, n) -> dispute(row))
                .list();
    }

    /** @throws Refusal when the sheet has no such line, or it is disputed already */
    void raise(UUID sheet, String county, int sequence, String reason, Signature by) {
        int added = jdbc.sql(
                        """
                        insert into settlement_dispute (sheet_id, sequence, county, reason, disputed_by, disputed_at)
                        select sheet_id, sequence, ?, ?, ?, ? from settlement_line where sheet_id = ? and sequence = ?
                        on conflict do nothing
                        """)
                .params(county, reason, by.by(), Timestamp.from(by.at()), sheet, sequence)
                .update();
        if (added == 0) {
            throw new Refusal("settlement.dispute.no-line", sequence);
        }
    }

    /** @throws Refusal when there is no such open dispute */
    void answer(UUID sheet, int sequence, boolean stays, String answer, Signature by) {
        int answered = jdbc.sql(
                        """
                        update settlement_dispute set stays = ?, answer = ?, answered_by = ?, answered_at = ?
                        where sheet_id = ? and sequence = ? and answered_at is null
                        """)
                .params(stays, answer, by.by(), Timestamp.from(by.at()), sheet, sequence)
                .update();
        if (answered == 0) {
            throw Refusal.overtaken("settlement.moved-on");
        }
    }

    private static Dispute dispute(ResultSet row) throws SQLException {
        return new Dispute(
                row.getInt("sequence"),
                row.getString("name"),
                row.getLong("fund_fen"),
                row.getString("reason"),
                new Signature(
                        row.getString("disputed_by"),
                        row.getTimestamp("disputed_at").toInstant()),
                row.getObject("stays", Boolean.class),
                row.getString("answer"),
                Signature.of(row.getString("answered_by"), instant(row.getTimestamp("answered_at"))));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
