package org.zhubao.determination;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.ComparingRuns.Difference;
import org.zhubao.determination.ComparingRuns.Names;
import org.zhubao.protection.Vault;
import org.zhubao.site.Paging;

/** The people of two runs beside one another, in the transaction that has gathered {@code changed_person}. */
@Repository
class ComparedPeople {

    private static final int ROWS = 50;

    private static final String BOTH =
            """
            create temporary table compared_person on commit drop as
            select region, person_id, coalesce(a.township, b.township) as township, b.outcome_id as before,
                a.outcome_id as after, x.person_id is not null as changed
            from (select * from determination where benefit_year = :year and run_id = :before) b
            full join (select * from determination where benefit_year = :year and run_id = :after) a
                using (region, person_id)
            left join changed_person x using (region, person_id)
            """;

    private static final String LIST =
            """
            from compared_person c
            join unnest(:befores::integer[], :afters::integer[], :changes::boolean[]) with ordinality
                w (before, after, changed, place)
                on w.before is not distinct from c.before and w.after is not distinct from c.after
                    and w.changed = c.changed
            join person p on p.region = c.region and p.id = c.person_id
            left join division t on t.code = c.township
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    ComparedPeople(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * People who share both outcomes.
     *
     * @param before number of the outcome then; null where the run did not know them, and {@code after} likewise
     * @param changed whether the office learned something of them in between
     */
    record Pair(@Nullable Integer before, @Nullable Integer after, boolean changed, int persons) {}

    List<Pair> pairs(Run before, Run after) {
        jdbc.sql(BOTH)
                .params(Map.of("year", after.benefitYear(), "before", before.id(), "after", after.id()))
                .update();
        return jdbc.sql("select before, after, changed, count(*) as persons from compared_person group by 1, 2, 3")
                .query((row, n) -> new Pair(
                        row.getObject("before", Integer.class),
                        row.getObject("after", Integer.class),
                        row.getBoolean("changed"),
                        row.getInt("persons")))
                .list();
    }

    /** By township and name. */
    Names page(List<Difference> wanted, int number) {
        int total = wanted.stream().mapToInt(d -> d.pair().persons()).sum();
        Paging paging = new Paging(number, ROWS, total);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("befores", wanted.stream().map(d -> d.pair().before()).toArray(Integer[]::new));
        parameters.put("afters", wanted.stream().map(d -> d.pair().after()).toArray(Integer[]::new));
        parameters.put("changes", wanted.stream().map(d -> d.pair().changed()).toArray(Boolean[]::new));
        return new Names(
                paging,
                jdbc.sql(
                                "select p.id, p.name, p.number_cipher, coalesce(t.name, '') as township_name, w.place "
                                        + LIST
                                        + " order by c.township nulls last, p.comparable_name, p.id offset :offset limit :limit")
                        .params(parameters)
                        .param("offset", paging.offset())
                        .param("limit", ROWS)
                        .query((row, n) -> wanted.get(row.getInt("place") - 1)
                                .line(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        vault.decryptNumber(row.getBytes("number_cipher"))
                                                .masked(),
                                        row.getString("township_name")))
                        .list());
    }
}
