package org.zhubao.levy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.PaymentDays;
import org.zhubao.protection.Vault;
import org.zhubao.register.Person;

/** The days of payments as they are on record, in the caller's transaction; payments under an old number are the person's. */
@Repository
class PaymentDaysOnRecord implements PaymentDays {

    private static final String OF_PERSONS =
            """
            from payment_record r
            left join person_renumbered n on n.region = r.region and n.listed_key = r.person_key
            join person p on p.region = r.region and p.person_key = coalesce(n.person_key, r.person_key)
            where r.region = (select region from division where code = :county) and r.county = :county
                and r.benefit_year = :year
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    PaymentDaysOnRecord(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public void gather(String county, int benefitYear, Instant asKnownOn) {
        jdbc.sql("drop table if exists paid_day").update();
        jdbc.sql(
                        "create temporary table paid_day on commit drop as"
                                + " select p.id as person_id, min(r.paid_on) filter (where r.total_fen > 0) as paid_on "
                                + OF_PERSONS
                                + """
                         and r.known_from <= :at and (r.known_to is null or r.known_to > :at)
                        group by p.id having sum(r.total_fen) > 0
                        """)
                .params(Map.of("county", county, "year", benefitYear, "at", Timestamp.from(asKnownOn)))
                .update();
    }

    @Override
    public Optional<LocalDate> of(Person person, String county, int benefitYear, Instant asKnownOn) {
        return jdbc.sql(
                        """
                        select min(paid_on) filter (where total_fen > 0) from payment_record
                        where region = :region and county = :county and benefit_year = :year
                            and known_from <= :at and (known_to is null or known_to > :at)
                            and person_key in (
                                select cast(:key as uuid)
                                union all
                                select listed_key from person_renumbered where region = :region and person_key = :key)
                        having sum(total_fen) > 0
                        """)
                .param("region", person.region())
                .param("county", county)
                .param("year", benefitYear)
                .param("at", Timestamp.from(asKnownOn))
                .param("key", vault.personKey(person.number()))
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public Set<UUID> learned(String county, int benefitYear, Instant after, Instant until) {
        return new HashSet<>(jdbc.sql(
                        "select distinct p.id "
                                + OF_PERSONS
                                + """
                         and (r.known_from >= :after and r.known_from <= :until
                            or r.known_to >= :after and r.known_to <= :until)
                        """)
                .params(Map.of(
                        "county",
                        county,
                        "year",
                        benefitYear,
                        "after",
                        Timestamp.from(after),
                        "until",
                        Timestamp.from(until)))
                .query(UUID.class)
                .list());
    }
}
