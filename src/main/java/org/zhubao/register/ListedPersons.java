package org.zhubao.register;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registers whom a list names and the region does not know yet, and brings up to date what is on record of the others. */
@Repository
class ListedPersons {

    /**
     * Writes what {@code news} says of persons: id, renamed with name and comparable_name, moved with township and village.
     */
    static final String WRITTEN =
            """
            update person p
            set name = case when n.renamed then n.name else p.name end,
                comparable_name = case when n.renamed then n.comparable_name else p.comparable_name end,
                township = case when n.moved then n.township else p.township end,
                village = case when n.moved then n.village else p.village end,
                known_from = greatest(:now, p.known_from + interval '1 microsecond')
            from news n
            where p.region = :region and p.id = n.id and (n.renamed or n.moved)
            """;

    private static final String UP_TO_DATE =
            """
            with said as (
                select distinct on (x.person_key) coalesce(x.person_id, k.id) as id, x.name, x.comparable_name,
                    x.township_code as township, x.village
                from roster_change x
                left join roster_person k on k.person_key = x.person_key
                where x.change <> 'CANCELLED' and coalesce(x.person_id, k.id) is not null
                order by x.person_key, x.row_number
            ),
            news as (
                select p.id,
                    p.comparable_name <> s.comparable_name and not exists (select from person_earlier e
                        where e.region = p.region and e.id = p.id and e.comparable_name = s.comparable_name) as renamed,
                    s.township is not null
                        and (p.township is distinct from s.township or s.village <> '' and p.village <> s.village) as moved,
                    s.name, s.comparable_name, s.township, s.village
                from said s join person p on p.region = :region and p.id = s.id and p.county = :county
            ),
            written as (
            """
                    + WRITTEN
                    + """
                returning p.id, p.township
            )
            update roster_person k set township = w.township from written w where k.id = w.id
            """;

    private final JdbcClient jdbc;

    ListedPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the transaction ends nobody else registers persons of the region: so who is new to one list is new, and none
     * waits for another in a circle. Asked for before anything is written.
     */
    void awaitTurn(String region) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('persons of ' || ?))")
                .param(region)
                .query(row -> {});
    }

    /**
     * Leaves in the transaction's temporary table {@code roster_person} whom the region knows of those that {@code
     * roster_change} adds or changes: id, person_key, county and township on record.
     *
     * @param parameters region
     */
    void lookUp(Map<String, Object> parameters) {
        jdbc.sql(
                        """
                        create temporary table roster_person on commit drop as
                        select id, person_key, county, township from persons_of_region(:region, array(
                            select person_key from roster_change where change in ('ADDED', 'CHANGED')))
                        """)
                .params(parameters)
                .update();
        howMany();
    }

    /**
     * Registers those whom {@code roster_change} adds and {@code roster_person} does not know, and adds them there. Ids
     * that grow with time come to lie at the end of every index, not all over it.
     *
     * @param parameters region, county and now
     */
    void add(Map<String, Object> parameters) {
        jdbc.sql(
                        """
                        with registered as (
                            insert into person (region, id, person_key, number_cipher, number_tail, name,
                                comparable_name, birth_date, male, county, township, village, known_from)
                            select distinct on (person_key) :region, uuidv7(), person_key, number_cipher,
                                number_tail, name, comparable_name, birth_date, male, :county, township_code, village, :now
                            from roster_change
                            where change = 'ADDED' and person_key not in (select person_key from roster_person)
                            order by person_key, row_number
                            returning id, person_key, county, township
                        )
                        insert into roster_person select * from registered
                        """)
                .params(parameters)
                .update();
        howMany();
    }

    /** Many as they may be, the planner knows how many: it would take what a function answers for a handful. */
    private void howMany() {
        jdbc.sql("analyze roster_person").update();
    }

    /**
     * The newest list tells name, township and village of the county's own people; what was on record before is kept. A
     * name that was on record once does not come back by a list: so two departments that write it differently do not
     * take turns, and what was put right stays. Before whoever is new is added: nothing is news of them.
     *
     * @param parameters region, county, year, batch and now
     */
    void bringUpToDate(Map<String, Object> parameters) {
        jdbc.sql(UP_TO_DATE).params(parameters).update();
        placeClaims(parameters);
    }

    /** What is claimed of those whose record has changed now is seen by the officer of the township on record. */
    void placeClaims(Map<String, Object> parameters) {
        jdbc.sql(
                        """
                        update identity_claim c set township = p.township
                        from person p
                        where p.region = :region and p.county = :county and p.known_from >= :now
                            and c.region = p.region and c.person_id = p.id and c.county = :county
                            and c.known_to is null and c.township is distinct from p.township
                        """)
                .params(parameters)
                .update();
    }
}
