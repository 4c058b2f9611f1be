package org.zhubao.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes stored rows readable: what was kept encrypted is shown without the whole identity number. */
@Component
class RowViews {

    /** Rows {@code r} with their batch {@code b}, and in {@code found} what was found while and after reading them. */
    static final String ROWS =
            """
            select r.*, b.kind, b.columns, r.problems || coalesce((select jsonb_agg(f.problem order by f.code)
                from roster_finding f where f.batch_id = r.batch_id and f.row_number = r.row_number), '[]') as found
            from roster_row r join roster_batch b on b.id = r.batch_id
            """;

    private final Vault vault;
    private final JsonMapper json;

    RowViews(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** @param row of {@link #ROWS} */
    RowView view(ResultSet row) throws SQLException {
        byte[] raw = row.getBytes("raw_cipher");
        RowColumns.Written written =
                raw == null ? null : json.readValue(vault.decryptText(raw), RowColumns.Written.class);
        return new RowView(
                row.getInt("row_number"),
                row.getString("name"),
                written == null
                        ? vault.decryptNumber(row.getBytes("number_cipher")).masked()
                        : IdNumber.mask(written.number()),
                written == null ? row.getString("told") : told(written, toldAt(row)),
                row.getString("identity"),
                row.getString("township_name"),
                row.getBoolean("acceptable"),
                problems(row.getString("found")));
    }

    /** @param cell the telling column's, from 0; null where the list has no such column */
    private static String told(RowColumns.Written written, @Nullable Integer cell) {
        return cell == null || cell >= written.cells().size()
                ? ""
                : written.cells().get(cell).strip();
    }

    List<RowProblem> problems(String stored) {
        return json.readTree(stored)
                .valueStream()
                .map(problem -> new RowProblem(
                        ProblemCode.ofNumber(problem.path("code").asInt()),
                        Column.valueOf(problem.path("column").asString()),
                        problem.path("arguments")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()))
                .toList();
    }

    /** The cell, from 0, of the column that says what such a list is about; null where this one has none. */
    private @Nullable Integer toldAt(ResultSet row) throws SQLException {
        Column telling = RosterKind.valueOf(row.getString("kind")).tellingColumn();
        JsonNode cell = json.readTree(row.getString("columns")).path(telling.name());
        return cell.isNumber() ? cell.asInt() : null;
    }
}
