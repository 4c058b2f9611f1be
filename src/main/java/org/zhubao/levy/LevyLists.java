package org.zhubao.levy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhubao.protection.Vault;
import org.zhubao.roster.Change;
import org.zhubao.roster.Preview;
import org.zhubao.roster.Preview.TownshipChanges;
import org.zhubao.roster.PreviewLine;

/**
 * What the receptions of this module have in common: a list's rows are compared with what is known, as one SQL relation
 * {@code change_of} with township, name, number_cipher, person_key, wording and change; the preview counts it and
 * acceptance carries it out.
 */
@Component
class LevyLists {

    private final JdbcClient jdbc;
    private final Vault vault;

    LevyLists(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Map<String, Object> parameters(UUID roster) {
        return new HashMap<>(jdbc.sql(
                        """
                        select b.id as roster, b.county, d.region, b.benefit_year as year
                        from roster_batch b join division d on d.code = b.county
                        where b.id = ?
                        """)
                .param(roster)
                .query()
                .singleRow());
    }

    Preview preview(UUID roster, String changeOf) {
        List<TownshipChanges> townships = jdbc
                .sql(
                        "with " + changeOf
                                + """
                        select township_name,
                            count(*) filter (where change = 'ADDED') as added,
                            count(*) filter (where change = 'CHANGED') as changed,
                            count(*) filter (where change = 'UNCHANGED') as unchanged
                        from change_of group by township_name
                        """)
                .params(parameters(roster))
                .query((row, n) -> new TownshipChanges(
                        row.getString("township_name"),
                        row.getInt("added"),
                        row.getInt("changed"),
                        0,
                        row.getInt("unchanged")))
                .list()
                .stream()
                .sorted(Comparator.comparing(TownshipChanges::name))
                .toList();
        return new Preview(
                townships.stream().mapToInt(TownshipChanges::added).sum(),
                townships.stream().mapToInt(TownshipChanges::changed).sum(),
                0,
                townships.stream().mapToInt(TownshipChanges::unchanged).sum(),
                townships);
    }

    List<PreviewLine> people(UUID roster, String changeOf, Change change, int limit) {
        return jdbc.sql(
                        "with " + changeOf
                                + """
                        select name, number_cipher, township_name, wording from change_of
                        where change = :change order by township_name, name, person_key limit :limit
                        """)
                .params(parameters(roster))
                .param("change", change.name())
                .param("limit", limit)
                .query((row, n) -> new PreviewLine(
                        row.getString("name"),
                        vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                        row.getString("township_name"),
                        row.getString("wording")))
                .list();
    }

    /** Carries out one statement in which {@code :now} is the moment from which it is known. @return rows it concerned */
    int carryOut(UUID roster, Instant now, String sql) {
        return jdbc.sql(sql)
                .params(parameters(roster))
                .param("now", Timestamp.from(now))
                .update();
    }
}
