package org.zhubao.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.Run;

/**
 * Whom a fund owes something else than it was charged: what the run says against the balance of the ledger, in sets. People
 * in the same case are decided about once.
 */
@Repository
class SheetCases {

    /**
     * Everybody whose share by the run differs from what was charged, with the outcome they were last charged by. Nothing
     * is due for whoever died before the cover began.
     */
    static final String CASES =
            """
            with due as (
                select d.region, d.person_id, d.outcome_id, coalesce(s.fen, 0) as fen
                from determination d
                left join (
                    select outcome_id, sum(amount_fen) as fen from outcome_share
                    where run_id = :run and fund = :fund group by outcome_id) s on s.outcome_id = d.outcome_id
                where d.benefit_year = :year and d.county = :county and d.run_id = :run
            ), charged as (
                select region, person_id, sum(credit_fen - debit_fen) as fen
                from ledger_line
                where county = :county and benefit_year = :year and fund = :fund and account = 'PERSON'
                group by region, person_id having sum(credit_fen - debit_fen) <> 0
            ), dead as (
                select distinct on (region, person_id) region, person_id, batch_id, row_number
                from person_event
                where kind = 'DEATH' and region = (select region from division where code = :county)
                    and happened_on < make_date(:year, 1, 1)
                    and known_from <= :at and (known_to is null or known_to > :at)
                order by region, person_id, known_from
            ), cases as (
                select region, person_id, case when dead.batch_id is null then due.outcome_id end as outcome_id,
                    case when dead.batch_id is null then coalesce(due.fen, 0) else 0 end::bigint as due_fen,
                    coalesce(charged.fen, 0)::bigint as charged_fen, earlier.run_id as earlier_run,
                    earlier.outcome_id as earlier_outcome, dead.batch_id as death_batch, dead.row_number as death_row
                from due full join charged using (region, person_id)
                left join dead using (region, person_id)
                left join lateral (
                    select s.run_id, d.outcome_id
                    from settlement_line l
                    join settlement_sheet s on s.id = l.sheet_id and s.status <> 'VOID'
                    join determination d on d.benefit_year = l.benefit_year and d.region = l.region
                        and d.run_id = s.run_id and d.person_id = l.person_id
                    where charged.fen is not null and l.region = charged.region and l.person_id = charged.person_id
                        and l.benefit_year = :year and l.county = :county and l.fund = :fund
                    order by s.frozen_at desc limit 1
                ) earlier on true
                where case when dead.batch_id is null then coalesce(due.fen, 0) else 0 end <> coalesce(charged.fen, 0)
            )
            """;

    private final JdbcClient jdbc;

    SheetCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * People in the same case.
     *
     * @param earlierRun the run they were last charged by; null where they never were
     * @param outcome what the newest run says; null where it does not know them, or they are dead
     * @param dead whether they died before the cover began, as the run knew
     * @param differenceFen what they would be charged together
     */
    record Group(
            @Nullable UUID earlierRun,
            @Nullable Integer earlierOutcome,
            @Nullable Integer outcome,
            boolean dead,
            int persons,
            long differenceFen) {

        boolean isFirst() {
            return earlierRun == null;
        }
    }

    List<Group> groups(Run run, String fund) {
        return jdbc.sql(
                        CASES
                                + """
                                select earlier_run, earlier_outcome, case when charged_fen <> 0 then outcome_id end as now,
                                    death_batch is not null as dead, count(*) as persons,
                                    sum(due_fen - charged_fen) as difference_fen
                                from cases group by earlier_run, earlier_outcome, now, dead
                                order by earlier_run nulls first, earlier_outcome, now, dead
                                """)
                .params(parameters(run, fund))
                .query(SheetCases::group)
                .list();
    }

    /** How many people the fund is charged for. */
    int charged(Run run, String fund) {
        return jdbc.sql(CASES + "select count(*) from charged")
                .params(parameters(run, fund))
                .query(Integer.class)
                .single();
    }

    static Map<String, Object> parameters(Run run, String fund) {
        return Map.of(
                "county", run.county(),
                "year", run.benefitYear(),
                "run", run.id(),
                "fund", fund,
                "at", Timestamp.from(run.asKnownOn()));
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getObject("earlier_run", UUID.class),
                row.getObject("earlier_outcome", Integer.class),
                row.getObject("now", Integer.class),
                row.getBoolean("dead"),
                row.getInt("persons"),
                row.getLong("difference_fen"));
    }
}
