package org.zhubao.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The temporary tables of one connection. The first time the product's own statement makes one, and it ends with its
 * transaction. From the next transaction on it stands there empty: what would make it fills it, what would drop it empties
 * it, and neither indexes nor statistics are made anew. As before, one that is there cannot be made again.
 */
final class KeptTablesOfConnection {

    private static final Pattern CREATE = Pattern.compile(
            "\\s*create temporary table (\\w+)\\s*(?:\\(.*\\))? on commit drop(?:\\s+as\\s+(.*))?\\s*", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("create (?:unique )?index on (\\w+) .*");
    private static final Pattern DROP = Pattern.compile("drop table (?:if exists )?([\\w, ]+)");
    private static final Pattern ANALYZE = Pattern.compile("analyze ([\\w, ]+)");

    private static final String COLUMNS =
            """
            select string_agg(concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
                    'collate ' || quote_ident(c.collname)), ', ' order by a.attnum),
                string_agg(quote_ident(a.attname), ', ' order by a.attnum)
            from pg_attribute a left join pg_collation c on c.oid = a.attcollation
            where a.attrelid = to_regclass('pg_temp.%s') and a.attnum > 0
            """;

    /** Names of kept tables, with their columns. */
    private final Map<String, String> kept = new HashMap<>();

    private final Map<String, String> toKeep = new HashMap<>();
    private final List<String> makingThem = new ArrayList<>();
    private final Set<String> there = new HashSet<>();
    private @Nullable String justMade;

    /** Before a transaction: those of the transactions before stand there empty. */
    void begin(Connection connection) throws SQLException {
        justMade = null;
        there.clear();
        try (Statement statement = connection.createStatement()) {
            for (String sql : makingThem) {
                statement.execute(sql);
            }
            makingThem.clear();
            kept.putAll(toKeep);
            toKeep.clear();
            if (!kept.isEmpty()) {
                // Whoever touches one empties them all when he commits
                statement.execute(nothing(kept.keySet().iterator().next()));
            }
        }
    }

    /** What is done in the place of a statement of the product. */
    String instead(String sql, Connection connection) throws SQLException {
        look(connection);
        Matcher create = CREATE.matcher(sql);
        if (create.matches()) {
            return create(sql, create.group(1), create.group(2));
        }
        Matcher drop = DROP.matcher(sql);
        if (drop.matches()) {
            return drop(sql, names(drop), connection);
        }
        Matcher index = INDEX.matcher(sql);
        if (index.matches()) {
            return index(sql, index.group(1));
        }
        Matcher analyze = ANALYZE.matcher(sql);
        return analyze.matches() && kept.keySet().containsAll(names(analyze))
                ? nothing(names(analyze).get(0))
                : sql;
    }

    private String create(String sql, String table, @Nullable String query) {
        if (!kept.containsKey(table)) {
            justMade = table;
            return sql;
        }
        if (!there.add(table)) {
            throw new IllegalStateException("There is a table " + table + " already");
        }
        return query == null ? nothing(table) : "insert into " + table + " (" + kept.get(table) + ") " + query;
    }

    /** Those that are not kept are dropped. */
    private String drop(String sql, List<String> names, Connection connection) throws SQLException {
        List<String> emptied = names.stream().filter(kept::containsKey).toList();
        if (emptied.isEmpty()) {
            return sql;
        }
        names.forEach(there::remove);
        String others = names.stream().filter(name -> !kept.containsKey(name)).collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists " + others);
            }
        }
        String last = "delete from " + emptied.get(0);
        return emptied.size() == 1
                ? last
                : emptied.stream()
                        .skip(1)
                        .map(name -> "of_" + name + " as (delete from " + name + ")")
                        .collect(Collectors.joining(", ", "with ", " " + last));
    }

    private String index(String sql, String table) {
        if (kept.containsKey(table)) {
            return nothing(table);
        }
        if (toKeep.containsKey(table)) {
            makingThem.add(sql);
        }
        return sql;
    }

    /** Remembers the columns of what the statement before has made. */
    private void look(Connection connection) throws SQLException {
        if (justMade == null || toKeep.containsKey(justMade)) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(COLUMNS.formatted(justMade))) {
            if (found.next() && found.getString(1) != null) {
                makingThem.add(
                        "create temporary table %s (%s) on commit delete rows".formatted(justMade, found.getString(1)));
                toKeep.put(justMade, found.getString(2));
            }
        }
        justMade = null;
    }

    private static String nothing(String table) {
        return "delete from " + table + " where false";
    }

    private static List<String> names(Matcher tables) {
        return Arrays.asList(tables.group(1).split(", *"));
    }
}
