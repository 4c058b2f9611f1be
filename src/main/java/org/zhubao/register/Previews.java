package org.zhubao.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.Vault;
import org.zhubao.roster.Change;
import org.zhubao.roster.Preview;
import org.zhubao.roster.Preview.TownshipChanges;
import org.zhubao.roster.PreviewLine;

/** Counts and names what a relation {@code change_of} says would change: a row with person, township and change each. */
@Repository
class Previews {

    private final JdbcClient jdbc;
    private final Vault vault;

    Previews(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param changeOf common table expressions that define {@code change_of} */
    Preview counts(String changeOf, Map<String, Object> parameters) {
        List<TownshipChanges> townships = jdbc
                .sql(
                        "with " + changeOf
                                + """
                        select township,
                            count(*) filter (where change = 'ADDED') as added,
                            count(*) filter (where change = 'CHANGED') as changed,
                            count(*) filter (where change = 'CANCELLED') as cancelled,
                            count(*) filter (where change = 'UNCHANGED') as unchanged
                        from change_of group by township
                        """)
                .params(parameters)
                .query((row, n) -> township(row))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(TownshipChanges::cancelled)
                        .reversed()
                        .thenComparing(TownshipChanges::name))
                .toList();
        return Preview.of(townships);
    }

    private static TownshipChanges township(ResultSet row) throws SQLException {
        return new TownshipChanges(
                row.getString("township"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("cancelled"),
                row.getInt("unchanged"));
    }

    /** By township and name; {@code change_of} says in {@code identity} what the line is about. */
    List<PreviewLine> people(String changeOf, Map<String, Object> parameters, Change change, int limit) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put("change", change.name());
        more.put("limit", limit);
        return jdbc.sql(
                        "with " + changeOf
                                + """
                        select name, number_cipher, township, identity from change_of
                        where change = :change order by township, name, person_key limit :limit
                        """)
                .params(more)
                .query((row, n) -> new PreviewLine(
                        row.getString("name"),
                        vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                        row.getString("township"),
                        row.getString("identity")))
                .list();
    }
}
