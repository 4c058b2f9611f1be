package org.zhubao.support;

import java.util.List;
import java.util.UUID;
import org.zhubao.determination.Run;

/** Fills a county of one person with as many as wanted, for measuring: statements over sets, in seconds. */
public final class ManyPeople {

    private ManyPeople() {}

    /** All like the first, with claims and determinations, in a run that knows them. */
    public static void likeTheFirst(CountySeason season, Run run, int people) {
        UUID first = season.owner()
                .sql("select person_id from determination where run_id = ?")
                .param(run.id())
                .query(UUID.class)
                .single();
        season.owner()
                .sql(
                        """
                        insert into person (region, id, person_key, number_cipher, number_tail, name, comparable_name,
                            birth_date, male, county, township, village, known_from)
                        select region, uuidv7(), gen_random_uuid(), number_cipher, number_tail, name, comparable_name,
                            birth_date, male, county, township, village, known_from
                        from person, generate_series(2, :people) where county = :county
                        """)
                .param("people", people)
                .param("county", season.code())
                .update();
        copy(season, "identity_claim", "'id', uuidv7(), 'person_id', p.id", first);
        copy(season, "determined", "'person_id', p.id", first);
    }

    private static void copy(CountySeason season, String table, String changed, UUID first) {
        List<String> columns = season.owner()
                .sql(
                        """
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'
                        """)
                .param(table)
                .query(String.class)
                .list();
        season.owner()
                .sql(
                        "insert into " + table + " (" + String.join(", ", columns) + ") select (x.copied)."
                                + String.join(", (x.copied).", columns) + " from (select jsonb_populate_record(r,"
                                + " jsonb_build_object(" + changed + ")) as copied from " + table
                                + " r, person p where r.person_id = :first and p.county = :county and p.id <> :first offset 0) x")
                .param("first", first)
                .param("county", season.code())
                .update();
    }
}
