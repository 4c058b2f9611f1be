package org.zhubao.register;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Undoes what an accepted list brought into the register. What the list ended begins anew, with the row that told it, at
 * the record that now stands for whom that row names: since then records may have become one, or two again.
 */
@Repository
class TakingBack {

    private static final String CLAIM =
            """
            region, county, township, benefit_year, department, identity, attributes, household, recognised_on, expires_on,
            valid_from, valid_to, batch_id, row_number""";

    private static final String ENDED =
            """
            update identity_claim set known_to = :now, ended_by_batch = :batch
            where region = :region and benefit_year = :year and batch_id = :batch and known_to is null
            """;

    /** Whom a row named that told something of two records in one, and which record that one is now. */
    private static final String ENDED_BY_IT =
            """
            with told as (
                select x.*, coalesce(o.id, x.person_id) as told_of
                from identity_claim x
                left join roster_row r on r.benefit_year = x.benefit_year and r.county = x.county
                    and r.batch_id = x.batch_id and r.row_number = x.row_number
                left join (person_merge m join person o on o.region = m.region and o.id = m.merged_id)
                    on m.region = x.region and m.kept_id = x.person_id and o.person_key = r.person_key
                where x.region = :region and x.benefit_year = :year and x.ended_by_batch = :batch
                    and x.batch_id <> :batch
            ),
            again as (
                select t.*, coalesce(m.kept_id, t.told_of) as now_of
                from told t left join person_merge m
                    on m.region = t.region and m.merged_id = t.told_of and m.known_to is null
            )
            """;

    /** What a record said that has become one with another gave way to the same of that one, which is no longer said. */
    private static final String GAVE_WAY =
            """
            with again as (
                select x.*, m.kept_id as now_of
                from identity_claim c
                join person_merge m on m.region = c.region and m.kept_id = c.person_id and m.known_to is null
                join identity_claim x on x.region = c.region and x.person_id = m.merged_id
                    and x.benefit_year = c.benefit_year and x.county = c.county and x.department = c.department
                    and x.identity = c.identity and x.known_to = m.known_from and x.ended_by_correction is not null
                join roster_batch b on b.id = x.batch_id and b.status = 'ACCEPTED'
                where c.region = :region and c.benefit_year = :year and c.batch_id = :batch and c.ended_by_batch = :batch
            )
            """;

    private static final String BEGIN_ANEW = "insert into identity_claim (person_id, known_from, " + CLAIM
            + ") select distinct on (x.now_of, x.identity) x.now_of, :now, " + prefixed(CLAIM)
            + """
             from again x
            where not exists (select from identity_claim k where k.region = x.region and k.person_id = x.now_of
                and k.benefit_year = x.benefit_year and k.county = x.county and k.department = x.department
                and k.identity = x.identity and k.known_to is null)
            order by x.now_of, x.identity, x.known_to desc, x.known_from desc
            """;

    /**
     * Name, township and village as they were before the list told them otherwise, but for what was put right since, and
     * what another list says, too, that came later and stands.
     */
    private static final String AS_BEFORE =
            """
            with told as (
                select b.id, b.name as name_before, b.comparable_name as before, b.township as township_before,
                    b.village as village_before, p.person_key, p.comparable_name as now_called, p.township as now_in,
                    b.comparable_name <> n.comparable_name and n.comparable_name = p.comparable_name as renamed,
                    (b.township, b.village) is distinct from (n.township, n.village)
                        and (n.township, n.village) is not distinct from (p.township, p.village) as moved
                from person_earlier b
                join (select region, id, comparable_name, township, village, known_from from person
                    union all select region, id, comparable_name, township, village, known_from from person_earlier) n
                    on n.region = b.region and n.id = b.id and n.known_from = b.known_to
                join person p on p.region = b.region and p.id = b.id
                where b.region = :region and b.county = :county
                    and b.known_to = (select decided_at from roster_batch where id = :batch)
            ),
            told_again as (
                select r.person_key, r.comparable_name, r.township
                from roster_batch a
                join roster_row r on r.benefit_year = a.benefit_year and r.county = a.county and r.batch_id = a.id
                where a.county = :county and a.status = 'ACCEPTED'
                    and a.decided_at > (select decided_at from roster_batch where id = :batch)
                    and r.enters_register and r.person_key in (select person_key from told)
            ),
            news as (
                select t.id, t.name_before as name, t.before as comparable_name, t.township_before as township,
                    t.village_before as village,
                    t.renamed and not exists (select from told_again a where a.person_key = t.person_key
                        and a.comparable_name = t.now_called) as renamed,
                    t.moved and not exists (select from told_again a where a.person_key = t.person_key
                        and a.township = t.now_in) as moved
                from told t
            )
            """
                    + ListedPersons.WRITTEN;

    private final ListedPersons persons;
    private final JdbcClient jdbc;

    TakingBack(ListedPersons persons, JdbcClient jdbc) {
        this.persons = persons;
        this.jdbc = jdbc;
    }

    /** @param parameters region, county, year, batch and now */
    void takeBack(Map<String, Object> parameters) {
        jdbc.sql(ENDED).params(parameters).update();
        jdbc.sql(ENDED_BY_IT + BEGIN_ANEW).params(parameters).update();
        jdbc.sql(GAVE_WAY + BEGIN_ANEW).params(parameters).update();
        jdbc.sql(AS_BEFORE).params(parameters).update();
        persons.placeClaims(parameters);
    }

    private static String prefixed(String columns) {
        return "x." + columns.replaceAll(",\\s*", ", x.");
    }
}
