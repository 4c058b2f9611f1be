package org.zhubao.determination;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.site.FreshStatistics;

/**
 * Of whom the office learned something between two moments: about whom a claim, an event or the person's own data began or
 * ended to be known, or whose record became one with another, or two again.
 */
@Repository
class ChangedPeople {

    /** What begins and what ends to be known is asked for one by one, each by its own index. */
    private static final String GATHERED =
            """
            create temporary table changed_person on commit drop as
            select c.region, c.person_id from identity_claim c
            where c.county = :county and c.benefit_year = :year and c.known_from between :after and :until
            union
            select c.region, c.person_id from identity_claim c
            where c.county = :county and c.benefit_year = :year and c.known_to between :after and :until
            union
            select e.region, e.person_id from person_event e
            where e.known_from between :after and :until or e.known_to between :after and :until
            union
            select d.region, x from division d,
                listed_elsewhere_between(d.region, :county, :year, :after, :until) x
            where d.code = :county
            union
            select p.region, p.id from person p where p.known_from between :after and :until
            union
            select m.region, unnest(array[m.merged_id, m.kept_id]) from person_merge m
            where m.known_from between :after and :until or m.known_to between :after and :until
            """;

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
        int people = jdbc.sql(GATHERED)
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
        FreshStatistics.of("changed_person", people, jdbc);
        return people;
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
