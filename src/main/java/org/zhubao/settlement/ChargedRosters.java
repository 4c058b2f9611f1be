package org.zhubao.settlement;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.roster.RosterDependants;

/** The rosters by which a frozen sheet charges somebody: what they say has become money. */
@Repository
class ChargedRosters implements RosterDependants {

    private final JdbcClient jdbc;

    ChargedRosters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public boolean restOn(UUID rosterId) {
        Season season = jdbc.sql("select county, benefit_year from roster_batch where id = ?")
                .param(rosterId)
                .query((row, n) -> new Season(row.getString("county"), row.getInt("benefit_year")))
                .single();
        oneByOne(season.county(), season.benefitYear());
        return jdbc.sql(
                        """
                        select exists (
                            select from identity_claim c
                            join settlement_line l on l.region = c.region and l.person_id = c.person_id
                                and l.benefit_year = c.benefit_year and l.county = c.county
                            join settlement_sheet s on s.id = l.sheet_id and s.status <> 'VOID'
                            join determination_run r on r.id = s.run_id
                            where (c.batch_id = :roster and r.as_known_on >= c.known_from
                                    or c.ended_by_batch = :roster and r.as_known_on >= c.known_to)
                                and c.benefit_year = :year and c.county = :county)
                            or exists (
                                select from settlement_line l
                                join settlement_sheet s on s.id = l.sheet_id and s.status <> 'VOID'
                                where l.batch_id = :roster)
                            or exists (
                                select from roster_batch b
                                join reconciliation r on r.county = b.county and r.benefit_year = b.benefit_year
                                    and r.reconciled_at >= b.decided_at
                                join settlement_sheet s on s.reconciliation_id = r.id and s.status <> 'VOID'
                                where b.id = :roster and b.kind in ('PAYMENTS', 'ENROLMENT_STATUS'))
                        """)
                .param("roster", rosterId)
                .param("year", season.benefitYear())
                .param("county", season.county())
                .query(Boolean.class)
                .single();
    }

    private record Season(String county, int benefitYear) {}

    /** Freezing and withdrawing in one county and year wait for each other, until the transaction ends. */
    void oneByOne(String county, int benefitYear) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('settled' || ? || ?))")
                .params(county, benefitYear)
                .query(row -> {});
    }

    /** Whether a roster was withdrawn that a run still counted. */
    boolean anyWithdrawnSince(Instant known, String county, int benefitYear) {
        return jdbc.sql(
                        """
                        select exists (
                            select from roster_batch
                            where county = ? and benefit_year = ? and decided_at <= ? and withdrawn_at > ?)
                        """)
                .params(county, benefitYear, Timestamp.from(known), Timestamp.from(known))
                .query(Boolean.class)
                .single();
    }
}
