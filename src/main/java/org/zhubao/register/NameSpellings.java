package org.zhubao.register;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.roster.RosterFollowUp;
import org.zhubao.roster.RosterKind;

/** Keeps how names may be asked for, each name once. */
@Repository
class NameSpellings implements RosterFollowUp {

    private static final int AT_ONCE = 1000;

    /** Lists that certifying departments send: whoever stands on them is registered. */
    private static final String[] KINDS = Arrays.stream(RosterKind.values())
            .filter(kind -> kind.sender().isEmpty())
            .map(RosterKind::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    NameSpellings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Learns the names on a list that somebody may accept, which takes about as long as to accept it. */
    @Override
    @Transactional
    public void prepare(UUID roster) {
        boolean acceptable = jdbc.sql(
                        "select exists (select from roster_batch where id = ? and status = 'CHECKED' and kind = any (?))")
                .params(roster, KINDS)
                .query(Boolean.class)
                .single();
        if (acceptable) {
            learn(roster);
        }
    }

    /** Learns the names that a list brings on record, unless that has been done: the rows of a list do not change. */
    void learn(UUID roster) {
        boolean learned = jdbc.sql("select names_learned from roster_batch where id = ?")
                .param(roster)
                .query(Boolean.class)
                .single();
        if (learned) {
            return;
        }
        add(jdbc.sql(
                        """
                        select distinct r.comparable_name from roster_row r
                        where r.batch_id = ? and r.enters_register and not exists (
                            select from name_spelling s where s.comparable_name = r.comparable_name)
                        """)
                .param(roster)
                .query(String.class)
                .list());
        // Whoever decides upon the list at this moment may be waiting for these names: nobody waits for them in turn
        jdbc.sql(
                        """
                        update roster_batch set names_learned = true
                        where id = (select id from roster_batch where id = ? for update skip locked)
                        """)
                .param(roster)
                .update();
    }

    /** Learns the name that somebody has on record. */
    void learn(String region, UUID person) {
        add(jdbc.sql("select comparable_name from person where region = ? and id = ?")
                .params(region, person)
                .query(String.class)
                .list());
    }

    /** In one order, so that two who learn the same names do not wait for each other in a circle. */
    private void add(List<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i += AT_ONCE) {
            addSome(sorted.subList(i, Math.min(sorted.size(), i + AT_ONCE)));
        }
    }

    private void addSome(List<String> names) {
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
