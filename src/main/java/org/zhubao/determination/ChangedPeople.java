package org.zhubao.determination;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of whom the office learned something between two moments: about whom a claim, an event or the person's own data began or ended to be known. */
@Repository
class ChangedPeople {

    private static final String LEARNED =
            "(%1$s.known_from >= :after and %1$s.known_from <= :until or %1$s.known_to >= :after and %1$s.known_to <= :until)";

    private final JdbcClient jdbc;

    ChangedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts them into the transaction's temporary table {@code changed_person}.
     *
     * @param after the first moment looked at, and {@code until} the last
     * @return how many
     */
    int gather(String county, int benefitYear, Instant after, Instant until) {
        jdbc.sql("drop table if exists changed_person").update();
        return jdbc.sql("create temporary table changed_person on commit drop as"
                        + " select c.region, c.person_id from identity_claim c"
                        + " where c.county = :county and c.benefit_year = :year and " + LEARNED.formatted("c")
                        + " union select e.region, e.person_id from person_event e where " + LEARNED.formatted("e")
                        + " union select d.region, x from division d,"
                        + " listed_elsewhere_between(d.region, :county, :year, :after, :until) x where d.code = :county"
                        + " union select p.region, p.id from person p"
                        + " where p.known_from >= :after and p.known_from <= :until")
                .params(Map.of(
                        "county",
                        county,
                        "year",
                        benefitYear,
                        "after",
                        Timestamp.from(after),
                        "until",
                        Timestamp.from(until)))
                .update();
    }

    /**
     * Puts more people of the county's region into the table.
     *
     * @return how many were not in it
     */
    int add(String county, Set<UUID> people) {
        return jdbc.sql(
                        """
                        insert into changed_person (region, person_id)
                        select d.region, p.id from unnest(:people::uuid[]) p (id) join division d on d.code = :county
                        except select region, person_id from changed_person
                        """)
                .param("people", people.toArray(UUID[]::new))
                .param("county", county)
                .update();
    }
}
