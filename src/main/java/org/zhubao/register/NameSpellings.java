package org.zhubao.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how names may be asked for, each name once. */
@Repository
class NameSpellings {

    private static final int AT_ONCE = 5000;

    private final JdbcClient jdbc;

    NameSpellings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Learns the names that came on record from that moment on. */
    void learn(String region, Instant from) {
        List<String> names = jdbc.sql(
                        """
                        select distinct p.comparable_name from person p
                        where p.region = ? and p.known_from >= ? and not exists (
                            select from name_spelling s where s.comparable_name = p.comparable_name)
                        """)
                .params(region, Timestamp.from(from))
                .query(String.class)
                .list();
        for (int i = 0; i < names.size(); i += AT_ONCE) {
            add(names.subList(i, Math.min(names.size(), i + AT_ONCE)));
        }
    }

    private void add(List<String> names) {
        jdbc.sql(
                        """
                        insert into name_spelling (comparable_name, terms)
                        select n.name, array_to_tsvector(string_to_array(n.terms, ' '))
                        from unnest(:names::text[], :terms::text[]) n (name, terms)
                        on conflict (comparable_name) do nothing
                        """)
                .param("names", names.toArray(String[]::new))
                .param(
                        "terms",
                        names.stream()
                                .map(name -> String.join(" ", NameSpelling.terms(name)))
                                .toArray(String[]::new))
                .update();
    }
}
