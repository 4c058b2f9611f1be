package org.zhubao.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.protection.Vault;

/**
 * A table with encrypted columns, which are those whose names end in {@code cipher}.
 *
 * @param ciphers the columns
 * @param hasPersonKey whether {@code person_key} stands beside {@code number_cipher}
 */
record EncryptedTable(String name, List<String> ciphers, boolean hasPersonKey) {

    /** So many pages of the table are one transaction: about a thousand rows. */
    static final int BATCH_PAGES = 8;

    private static final int FETCH_ROWS = 20;
    private static final String NUMBER = "number_cipher";

    EncryptedTable {
        ciphers = List.copyOf(ciphers);
    }

    /** A row by its place; what is encrypted under another key than the old one already is null. */
    private record Row(String at, List<byte @Nullable []> ciphers) {}

    static List<EncryptedTable> allOf(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select c.relname as name, string_agg(a.attname, ' ' order by a.attname)
                                filter (where a.attname like '%cipher' and a.atttypid = 'bytea'::regtype) as ciphers,
                            bool_or(a.attname = 'person_key') as has_person_key
                        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                        group by c.relname
                        having bool_or(a.attname like '%cipher' and a.atttypid = 'bytea'::regtype)
                        order by c.relname
                        """)
                .query((row, n) -> new EncryptedTable(
                        row.getString("name"),
                        List.of(row.getString("ciphers").split(" ")),
                        row.getBoolean("has_person_key")))
                .list();
    }

    /** How many there are now; rows that are written anew go behind them or into gaps, and need no second visit. */
    long pages(JdbcClient jdbc) {
        return jdbc.sql("select pg_relation_size(?::regclass) / current_setting('block_size')::bigint")
                .param(name)
                .query(Long.class)
                .single();
    }

    /** @return how many rows of the batch were changed */
    int encryptAnew(JdbcClient jdbc, long firstPage, Vault from, Vault to) {
        int changed = 0;
        try (Stream<Row> rows = jdbc
                .sql("select ctid::text as at, " + String.join(", ", ciphers) + " from " + name
                        + " where ctid >= ?::tid and ctid < ?::tid")
                .withFetchSize(FETCH_ROWS)
                .params(start(firstPage), start(firstPage + BATCH_PAGES))
                .query((row, n) -> {
                    List<byte @Nullable []> values = new ArrayList<>();
                    for (String cipher : ciphers) {
                        byte[] value = row.getBytes(cipher);
                        values.add(value != null && from.isOf(value) ? value : null);
                    }
                    return new Row(row.getString("at"), values);
                })
                .stream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                changed += encryptAnew(jdbc, row, from, to);
            }
        }
        return changed;
    }

    private int encryptAnew(JdbcClient jdbc, Row row, Vault from, Vault to) {
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < ciphers.size(); i++) {
            byte[] old = row.ciphers().get(i);
            if (old != null) {
                byte[] plain = from.decrypt(old);
                columns.add(ciphers.get(i));
                values.add(to.encrypt(plain));
                if (hasPersonKey && ciphers.get(i).equals(NUMBER)) {
                    columns.add("person_key");
                    values.add(to.personKey(from.decryptNumber(old)));
                }
            }
        }
        if (columns.isEmpty()) {
            return 0;
        }
        values.add(row.at());
        return jdbc.sql("update " + name
                        + columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", ", " set ", ""))
                        + " where ctid = ?::tid")
                .params(values)
                .update();
    }

    private static String start(long page) {
        return "(" + page + ",0)";
    }
}
