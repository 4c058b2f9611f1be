package org.zhubao.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.protection.Vault;
import org.zhubao.roster.Preview.TownshipChanges;

/**
 * Compares two lists with each other, whatever became of them: who is on the later one only, on the earlier one only, and
 * of whom they say different things. Rows without a usable number, and repetitions, are left out.
 */
@Repository
@Transactional(readOnly = true)
public class ComparingRosters {

    private static final String OF_LIST =
            """
            select distinct on (person_key, identity) person_key, coalesce(identity, '') as identity, name,
                comparable_name, number_cipher, township_name, village, attributes, household, recognised_on,
                expires_on, died_on
            from roster_row where batch_id = :%s and enters_register order by person_key, identity, row_number
            """;

    private static final String COMPARED = "with earlier as (" + OF_LIST.formatted("earlier") + "), later as ("
            + OF_LIST.formatted("later")
            + """
            ), compared as (
                select coalesce(l.name, e.name) as name, coalesce(l.number_cipher, e.number_cipher) as number_cipher,
                    coalesce(l.township_name, e.township_name) as township, identity, person_key,
                    case
                        when e.name is null then 'ADDED'
                        when l.name is null then 'CANCELLED'
                        when (l.comparable_name, l.township_name, l.village, l.attributes, l.household,
                                l.recognised_on, l.expires_on, l.died_on)
                            is distinct from (e.comparable_name, e.township_name, e.village, e.attributes, e.household,
                                e.recognised_on, e.expires_on, e.died_on) then 'CHANGED'
                        else 'UNCHANGED'
                    end as change
                from later l full join earlier e using (person_key, identity)
            )
            """;

    private static final String WANTED =
            """
            from compared
            where change = coalesce(:change::text, nullif(change, 'UNCHANGED'))
                and township = coalesce(:township::text, township)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    ComparingRosters(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * Which of the differences to name.
     *
     * @param change null for all but those of whom nothing changes
     * @param township its name, empty for those without one; null for all
     */
    public record Filter(@Nullable Change change, @Nullable String township) {

        /** Everybody of whom anything changes. */
        public static final Filter DIFFERENT = new Filter(null, null);
    }

    /** @param identity code, empty where the lists name none */
    public record Line(Change change, String name, String maskedNumber, String township, String identity) {}

    /** By township, where most are gone first. */
    public Preview counts(UUID earlier, UUID later) {
        List<TownshipChanges> townships = jdbc
                .sql(
                        COMPARED
                                + """
                        select township,
                            count(*) filter (where change = 'ADDED') as added,
                            count(*) filter (where change = 'CHANGED') as changed,
                            count(*) filter (where change = 'CANCELLED') as cancelled,
                            count(*) filter (where change = 'UNCHANGED') as unchanged
                        from compared group by township
                        """)
                .param("earlier", earlier)
                .param("later", later)
                .query(TownshipRow.class)
                .list()
                .stream()
                .map(TownshipRow::changes)
                .sorted(Comparator.comparingInt(TownshipChanges::cancelled)
                        .reversed()
                        .thenComparing(TownshipChanges::name))
                .toList();
        return Preview.of(townships);
    }

    private record TownshipRow(String township, int added, int changed, int cancelled, int unchanged) {

        TownshipChanges changes() {
            return new TownshipChanges(township, added, changed, cancelled, unchanged);
        }
    }

    public int count(UUID earlier, UUID later, Filter filter) {
        return jdbc.sql(COMPARED + "select count(*) " + WANTED)
                .params(parameters(earlier, later, filter))
                .query(Integer.class)
                .single();
    }

    /** By township, change and name. */
    public List<Line> lines(UUID earlier, UUID later, Filter filter, long offset, int limit) {
        return jdbc.sql(COMPARED + "select * " + WANTED
                        + " order by township, change, name, person_key offset :offset limit :limit")
                .params(parameters(earlier, later, filter))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** All that differ, one by one. */
    public void each(UUID earlier, UUID later, Consumer<Line> lines) {
        jdbc.sql(COMPARED + "select * " + WANTED + " order by township, change, name, person_key")
                .params(parameters(earlier, later, Filter.DIFFERENT))
                .query(row -> {
                    lines.accept(line(row));
                });
    }

    private static Map<String, Object> parameters(UUID earlier, UUID later, Filter filter) {
        Map<String, Object> parameters = new HashMap<>(Map.of("earlier", earlier, "later", later));
        parameters.put(
                "change", filter.change() == null ? null : filter.change().name());
        parameters.put("township", filter.township());
        return parameters;
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                Change.valueOf(row.getString("change")),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                row.getString("township"),
                row.getString("identity"));
    }
}
