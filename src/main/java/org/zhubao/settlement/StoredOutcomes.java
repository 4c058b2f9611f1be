package org.zhubao.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Money;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Share;
import org.zhubao.rules.Trace;
import tools.jackson.databind.json.JsonMapper;

/** Outcomes of runs as determinations again, in all that decides what follows after a payment. */
@Repository
class StoredOutcomes {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredOutcomes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Determination of(UUID run, int outcome) {
        return jdbc.sql("select * from outcome where run_id = ? and id = ?")
                .params(run, outcome)
                .query((row, n) -> determination(row))
                .single();
    }

    private Determination determination(ResultSet row) throws SQLException {
        Trace trace = json.readValue(row.getString("trace"), Trace.class);
        return switch (Outcome.valueOf(row.getString("outcome"))) {
            case GRANTED -> granted(row, trace);
            case REFUSED -> new Refused(Reason.HOLDS_NOTHING, "", fen(row, "premium_fen"), trace);
            case NEEDS_REVIEW -> new NeedsReview(Reason.TEXT_SILENT, List.of(), trace);
        };
    }

    /** Who bears it stands in the outcome's shares, and makes no difference here. */
    private static Granted granted(ResultSet row, Trace trace) throws SQLException {
        Money subsidy = fen(row, "subsidy_fen");
        return new Granted(
                List.of(row.getString("standard")),
                trace.paid().stream()
                        .map(Trace.Candidate::identity)
                        .filter(identity -> !identity.isEmpty())
                        .toList(),
                row.getString("paid_as"),
                "",
                fen(row, "premium_fen"),
                subsidy,
                fen(row, "payable_fen"),
                subsidy.isZero() ? List.of() : List.of(new Share("all", subsidy)),
                trace);
    }

    private static Money fen(ResultSet row, String column) throws SQLException {
        return Money.ofFen(row.getLong(column));
    }
}
