package org.zhubao.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.determination.Overrides;
import org.zhubao.determination.Verdict;

/** The overrides as stored, for the runs that carry them out and the cards that tell of them. */
@Repository
@Transactional(readOnly = true)
class KeptOverrides implements Overrides {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptOverrides(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was decided about a record holds for the one it has become, where nothing was decided about that itself. */
    @Override
    public List<Approved> inForce(String county, int benefitYear, Instant asKnownOn) {
        return jdbc.sql(
                        """
                        select distinct on (is_now) o.*, coalesce(stated, identity, '') as verdict,
                            coalesce(m.kept_id, o.person_id) as is_now
                        from override o
                        left join person_merge m on m.region = o.region and m.merged_id = o.person_id
                            and m.known_from <= :at and (m.known_to is null or m.known_to > :at)
                        where county = :county and benefit_year = :year and approved and decided_at <= :at
                            and (undone_at is null or undone_at > :at)
                            and valid_from <= :day and (valid_to is null or valid_to >= :day)
                        order by is_now, m.kept_id nulls first, decided_at desc, id
                        """)
                .param("county", county)
                .param("year", benefitYear)
                .param("at", Timestamp.from(asKnownOn))
                .param("day", asKnownOn.atZone(clock.getZone()).toLocalDate())
                .query((row, n) -> approved(row, row.getObject("is_now", UUID.class)))
                .list();
    }

    @Override
    public Optional<Approved> find(UUID id) {
        return jdbc.sql(
                        "select o.*, coalesce(stated, identity, '') as verdict from override o where id = ? and approved")
                .param(id)
                .query((row, n) -> approved(row, row.getObject("person_id", UUID.class)))
                .optional();
    }

    private static Approved approved(ResultSet row, UUID person) throws SQLException {
        return new Approved(
                row.getObject("id", UUID.class),
                person,
                Verdict.ofCode(row.getString("verdict")),
                row.getString("reason"),
                row.getString("document"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
