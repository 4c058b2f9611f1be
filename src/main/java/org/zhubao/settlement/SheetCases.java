package org.zhubao.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom a fund owes something else than it was charged: what run or reconciliation says against the balance of the ledger,
 * in sets. People in the same case are decided about once.
 */
@Repository
class SheetCases {

    /**
     * What is due for everybody, as the run grants it or as the reconciliation found it: the fund's whole share, and what
     * of it is charged now, which is less as long as the fund pays in advance.
     */
    private static final String DUE =
            """
            share_due as (
                select d.region, d.person_id, d.outcome_id, coalesce(s.fen, 0) as fen, null::text as tier,
                    null::bigint as subsidy_fen, null::text as finding, null::uuid as paid_run,
                    null::integer as paid_outcome
                from determination d
                left join (
                    select outcome_id, sum(amount_fen) as fen from outcome_share
                    where run_id = :run and fund = :fund group by outcome_id) s on s.outcome_id = d.outcome_id
                where d.benefit_year = :year and d.county = :county and d.run_id = :run
                    and cast(:reconciliation as uuid) is null
                union all
                select l.region, l.person_id, l.outcome_id,
                    case when l.chargeable then coalesce(s.amount_fen, 0) else 0 end, l.tier,
                    case when l.chargeable then l.subsidy_fen else 0 end, l.cause, l.paid_run, l.paid_outcome
                from reconciliation_line l
                left join reconciliation_share s on s.reconciliation_id = l.reconciliation_id
                    and s.outcome_id = l.outcome_id and s.tier = l.tier and s.fund = :fund
                    and s.paid_run is not distinct from l.paid_run and s.paid_outcome is not distinct from l.paid_outcome
                where l.reconciliation_id = cast(:reconciliation as uuid) and l.person_id is not null
            ),
            due as (
                select region, person_id, outcome_id, fen as share_fen, trunc(fen * :percent / 100)::bigint as fen, tier,
                    subsidy_fen, finding, paid_run, paid_outcome
                from share_due
            )
            """;

    /** What the fund was charged for everybody, all entries together. */
    private static final String CHARGED =
            """
            charged as (
                select region, person_id, sum(credit_fen - debit_fen) as fen
                from ledger_line where county = :county and benefit_year = :year and fund = :fund and account = 'PERSON'
                group by region, person_id having sum(credit_fen - debit_fen) <> 0
            )
            """;

    /** Those who died before the cover began: nothing is due for them. */
    private static final String DEAD =
            """
            dead as (
                select distinct on (region, person_id) region, person_id, batch_id, row_number
                from person_event
                where kind = 'DEATH' and region = (select region from division where code = :county)
                    and happened_on < make_date(:year, 1, 1)
                    and known_from <= :at and (known_to is null or known_to > :at)
                order by region, person_id, known_from
            )
            """;

    /** What persons decided last of a case. */
    private static final String DECIDED =
            """
            decided as (
                select distinct on (region, person_id) region, person_id, due_fen, charged_fen, verdict
                from settlement_decision
                where county = :county and benefit_year = :year and fund = :fund and confirmed
                order by region, person_id, decided_at desc
            )
            """;

    /** Those for whom other funds are charged, with what they were. */
    private static final String OTHERS =
            """
            charged_to_others as (
                select region, person_id, sum(credit_fen - debit_fen) as fen
                from ledger_line where county = :county and benefit_year = :year and fund <> :fund and account = 'PERSON'
                group by region, person_id having sum(credit_fen - debit_fen) <> 0
            )
            """;

    /**
     * Everybody whose due differs from what was charged, with the outcome they were last charged by, whether that was an
     * advance, and what persons decided of just this difference. Who was charged to other funds alone, by an outcome in
     * which this one had no part, comes with that outcome. Where another was charged after this one, or is to bear the
     * person now in its place, and all of them bear more than this one's charge granted, twice is what they bear beyond what
     * the newest charge granted: of two that pay for one person, this one gives it back whatever else follows. In time is
     * what was learned before the cover began, whenever the run: the newest claim since the charge tells, or else the run
     * itself, as where a person decided or the text is another. Whose due differs is materialized: behind the walls the
     * planner takes an index for a column, and not for what a full join coalesces, and would read every claim for everybody.
     */
    static final String CASES = "with " + DUE + ", " + CHARGED + ", " + OTHERS + ", " + DEAD + ", " + DECIDED
            + """
            , differing as materialized (
                select region, person_id, dead.batch_id as death_batch, dead.row_number as death_row, due.tier,
                    case when dead.batch_id is null then due.subsidy_fen else 0 end as subsidy_fen, due.paid_run,
                    due.paid_outcome, coalesce(charged.fen, 0)::bigint as charged_fen,
                    case when dead.batch_id is null then coalesce(due.fen, 0) else 0 end::bigint as due_fen,
                    case when dead.batch_id is null then coalesce(due.share_fen, 0) else 0 end::bigint as share_fen,
                    case when dead.batch_id is null then due.outcome_id end as outcome_id,
                    coalesce(due.finding, '') as finding
                from due full join charged using (region, person_id)
                left join dead using (region, person_id)
                where case when dead.batch_id is null then coalesce(due.fen, 0) else 0 end <> coalesce(charged.fen, 0)
            ), considered as (
                select x.*, coalesce(earlier.advanced, false) as advanced,
                    coalesce(twice.fen, 0) as twice_fen, twice.granted_fen,
                    earlier.run_id as earlier_run, earlier.outcome_id as earlier_outcome,
                    other.run_id as other_run, other.outcome_id as other_outcome,
                    coalesce(learned.at, :at) < :cover as in_time
                from differing x
                left join lateral (
                    select s.run_id, s.frozen_at, d.outcome_id, l.premium_fen - l.payable_fen as granted_fen, (
                            select k.kind from settlement_line k
                            join settlement_sheet a on a.id = k.sheet_id and a.status <> 'VOID'
                            where k.region = l.region and k.person_id = l.person_id and k.benefit_year = :year
                                and k.county = :county and k.fund = :fund and k.kind in ('ADVANCE', 'TRUE_UP')
                            order by a.frozen_at desc limit 1) = 'ADVANCE' as advanced
                    from settlement_line l
                    join settlement_sheet s on s.id = l.sheet_id and s.status <> 'VOID'
                    join determination d on d.benefit_year = l.benefit_year and d.region = l.region
                        and d.run_id = s.run_id and d.person_id = l.person_id
                    where x.charged_fen <> 0 and l.region = x.region and l.person_id = x.person_id
                        and l.benefit_year = :year and l.county = :county and l.fund = :fund
                        and l.decision_id is null and l.cause <> 'BORNE_BY_OTHERS'
                    order by s.frozen_at desc limit 1
                ) earlier on true
                left join lateral (
                    select newest.run_id, newest.outcome_id
                    from (
                        select s.run_id, d.outcome_id
                        from settlement_line l
                        join settlement_sheet s on s.id = l.sheet_id and s.status <> 'VOID'
                        join determination d on d.benefit_year = l.benefit_year and d.region = l.region
                            and d.run_id = s.run_id and d.person_id = l.person_id
                        where x.charged_fen = 0
                            and (x.region, x.person_id) in (select region, person_id from charged_to_others)
                            and l.region = x.region and l.person_id = x.person_id
                            and l.benefit_year = :year and l.county = :county and l.fund <> :fund
                            and l.decision_id is null and l.cause <> 'BORNE_BY_OTHERS'
                        order by s.frozen_at desc limit 1) newest
                    where not exists (
                        select from outcome_share o
                        where o.run_id = newest.run_id and o.outcome_id = newest.outcome_id and o.fund = :fund
                            and o.amount_fen <> 0)
                ) other on true
                left join lateral (
                    select l.premium_fen - l.payable_fen as granted_fen
                    from settlement_line l
                    join settlement_sheet s on s.id = l.sheet_id and s.status <> 'VOID'
                    where x.charged_fen > x.due_fen and l.region = x.region and l.person_id = x.person_id
                        and l.benefit_year = :year and l.county = :county and l.fund <> :fund and l.decision_id is null
                        and l.fund_fen > 0 and s.frozen_at > earlier.frozen_at
                    order by s.frozen_at desc limit 1
                ) newer on true
                left join lateral (
                    select granted.fen as granted_fen,
                        least(x.charged_fen, x.charged_fen + others.fen - granted.fen)::bigint as fen
                    from charged_to_others others
                    cross join lateral (
                        select coalesce(newer.granted_fen, (
                            select earlier.granted_fen from outcome_share o
                            where o.run_id = :run and o.outcome_id = x.outcome_id
                            having sum(o.amount_fen) filter (where o.fund <> :fund) > 0
                                and coalesce(sum(o.amount_fen) filter (where o.fund = :fund), 0) < x.charged_fen)) as fen
                    ) granted
                    where others.region = x.region and others.person_id = x.person_id and x.charged_fen > x.due_fen
                        and x.charged_fen + others.fen > earlier.granted_fen and x.charged_fen + others.fen > granted.fen
                ) twice on true
                left join lateral (
                    select max(t.at) as at
                    from determination_run r
                    join determination_run n on n.id = :run and n.policy_digest = r.policy_digest
                    join identity_claim c on c.region = x.region and c.person_id = x.person_id
                        and c.benefit_year = :year and c.county = :county
                    cross join lateral (values (c.known_from), (c.known_to)) t (at)
                    where :at >= :cover and coalesce(earlier.run_id, other.run_id) is not null
                        and r.id = coalesce(earlier.run_id, other.run_id)
                        and t.at > r.as_known_on and t.at <= :at
                        and not exists (
                            select from outcome o
                            where o.override_id is not null
                                and (o.run_id = r.id and o.id = coalesce(earlier.outcome_id, other.outcome_id)
                                    or o.run_id = :run and o.id = x.outcome_id))
                ) learned on true
            ), cases as (
                select x.*, decided.verdict as decided,
                    concat_ws('|', coalesce(x.earlier_run::text, ''), coalesce(x.earlier_outcome::text, ''),
                        coalesce(x.other_run::text, ''), coalesce(x.other_outcome::text, ''),
                        case when x.charged_fen <> 0 or x.other_run is not null then coalesce(x.outcome_id::text, '') end,
                        x.death_batch is not null, x.finding, x.due_fen > x.charged_fen, x.advanced,
                        coalesce(decided.verdict, ''), x.in_time, x.twice_fen > 0) as key
                from considered x
                left join decided on decided.region = x.region and decided.person_id = x.person_id
                    and decided.due_fen = x.due_fen and decided.charged_fen = x.charged_fen
            )
            """;

    private final JdbcClient jdbc;

    SheetCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseGroup> groups(Charging charging) {
        return jdbc.sql(
                        CASES
                                + """
                                select key, earlier_run, earlier_outcome, other_run, other_outcome, finding,
                                    case when charged_fen <> 0 or other_run is not null then outcome_id end as now,
                                    death_batch is not null as dead, in_time, advanced, decided, count(*) as persons,
                                    sum(due_fen - charged_fen) as difference_fen, sum(twice_fen) as twice_fen
                                from cases group by key, earlier_run, earlier_outcome, other_run, other_outcome, finding,
                                    now, dead, in_time, twice_fen > 0, advanced, decided
                                order by key
                                """)
                .params(charging.parameters())
                .query(SheetCases::group)
                .list();
    }

    /** How many people the fund is charged for. */
    int charged(Charging charging) {
        return jdbc.sql("with " + CHARGED + "select count(*) from charged")
                .params(charging.parameters())
                .query(Integer.class)
                .single();
    }

    private static CaseGroup group(ResultSet row, int number) throws SQLException {
        @Nullable String decided = row.getString("decided");
        return new CaseGroup(
                row.getString("key"),
                row.getObject("earlier_run", UUID.class),
                row.getObject("earlier_outcome", Integer.class),
                row.getObject("other_run", UUID.class),
                row.getObject("other_outcome", Integer.class),
                row.getObject("now", Integer.class),
                row.getBoolean("dead"),
                row.getBoolean("in_time"),
                row.getString("finding"),
                row.getBoolean("advanced"),
                decided == null ? null : CaseVerdict.valueOf(decided),
                row.getInt("persons"),
                row.getLong("difference_fen"),
                row.getLong("twice_fen"));
    }
}
