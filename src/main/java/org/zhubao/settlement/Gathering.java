package org.zhubao.settlement;

import java.sql.Types;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.settlement.Creditors.Creditor;

/** Gathers the lines of a sheet to be frozen into the transaction's table {@code settlement_draft}, by one statement. */
@Repository
class Gathering {

    /** What stands in every line, whether it charges or corrects; of what is kept as it was paid, by what it was paid by. */
    static final String AMOUNTS =
            """
            , amounts as (
                select c.*, o.identity, eo.identity as earlier_identity,
                    coalesce(o.paid_as, eo.paid_as) as paid_as,
                    coalesce(nullif(o.clause, ''), eo.clause, '') as clause,
                    coalesce(tier.premium_fen, nullif(o.premium_fen, 0), eo.premium_fen) as premium_fen,
                    coalesce(c.subsidy_fen, o.subsidy_fen, 0) as now_fen,
                    coalesce(eo.subsidy_fen, 0) as earlier_subsidy_fen,
                    case when c.advanced then coalesce(es.fen, 0) else c.charged_fen end as earlier_share_fen
                from cases c
                left join outcome o on c.outcome_id is not null and o.run_id = coalesce(c.paid_run, :run)
                    and o.id = coalesce(c.paid_outcome, c.outcome_id)
                left join outcome eo on eo.run_id = c.earlier_run and eo.id = c.earlier_outcome
                left join lateral (
                    select sum(x.amount_fen)::bigint as fen from outcome_share x
                    where x.run_id = c.earlier_run and x.outcome_id = c.earlier_outcome and x.fund = :fund
                ) es on c.advanced
                left join settlement_tier tier on tier.outcome_id = c.outcome_id and tier.tier = c.tier
                    and c.paid_run is null
            )
            """;

    /** The row of a list by which somebody's case stands, and where they live, of {@code amounts a}. */
    static final String WHENCE =
            """
            left join determination d on d.benefit_year = :year and d.region = a.region and d.person_id = a.person_id
                and d.run_id = case when a.outcome_id is null then a.earlier_run else :run end
            left join division t on t.code = d.township
            left join lateral (
                select case when c2.known_to <= :at then coalesce(c2.ended_by_batch, c2.batch_id) else c2.batch_id end
                        as batch_id,
                    case when c2.known_to <= :at then null else c2.row_number end as row_number
                from identity_claim c2
                where c2.region = a.region and c2.person_id = a.person_id
                    and c2.benefit_year = :year and c2.county = :county and c2.known_from <= :at
                order by c2.identity = coalesce(a.identity, a.earlier_identity) desc, c2.known_to nulls first,
                    c2.known_from
                limit 1
            ) source on true
            """;

    /** What this year charges and corrects. */
    private static final String OF_THE_YEAR = "select a.region, a.person_id, d.township,"
            + """
             coalesce(t.name, '') as township_name, certificate.category as disability_category,
                certificate.grade as disability_grade, a.paid_as, coalesce(nullif(f.clause, ''), a.clause) as clause,
                a.premium_fen,
                borne.all_fen - borne.share_fen - (a.earlier_subsidy_fen - a.earlier_share_fen) as other_funds_fen,
                borne.due_fen - a.charged_fen as fund_fen,
                case when f.cause in ('DEATH', 'NOT_CHARGEABLE') then 0 else a.premium_fen - borne.all_fen end as payable_fen,
                a.charged_fen as earlier_fen, f.kind, f.cause, f.remark,
                coalesce(a.death_batch, source.batch_id) as batch_id,
                case when a.death_batch is null then source.row_number else a.death_row end as row_number,
                coalesce(owed.fund, earlier_owed.fund, '') as creditor, null::uuid as decision_id
            from amounts a
            join settlement_following f on f.key = a.key
            cross join lateral (
                select a.now_fen, a.share_fen, a.due_fen where f.cause <> 'BORNE_BY_OTHERS'
                union all
                select a.granted_fen, a.charged_fen - a.twice_fen, a.charged_fen - a.twice_fen
                where f.cause = 'BORNE_BY_OTHERS'
            ) borne (all_fen, share_fen, due_fen)
            left join settlement_creditor owed on owed.run_id = :run and owed.outcome_id = a.outcome_id
            left join settlement_creditor earlier_owed on earlier_owed.run_id = a.earlier_run
                and earlier_owed.outcome_id = a.earlier_outcome
            """
            + WHENCE
            + """
            left join lateral (
                select c1.attributes ->> 'category' as category, c1.attributes ->> 'grade' as grade
                from identity_claim c1
                where c1.region = a.region and c1.person_id = a.person_id
                    and c1.benefit_year = :year and c1.county = :county
                    and c1.attributes ->> 'category' is not null and c1.known_from <= :at
                    and (c1.known_to is null or c1.known_to > :at)
                order by c1.known_from, c1.id limit 1
            ) certificate on true
            """;

    /** What the year before carries to this one, and no sheet that stands has charged. */
    private static final String CARRIED =
            """
            select x.region, x.person_id, x.township, coalesce(t.name, ''), null, null, x.paid_as, x.clause, x.premium_fen, 0,
                x.due_fen - x.charged_fen, x.payable_fen, x.charged_fen, 'CARRIED', 'DECIDED',
                :carried || x.benefit_year || '年', x.batch_id, x.row_number, '', x.id
            from settlement_decision x
            left join division t on t.code = x.township
            where x.county = :county and x.benefit_year = :year - 1 and x.fund = :fund and x.confirmed
                and x.verdict = 'NEXT_YEAR'
                and not exists (
                    select from settlement_line l join settlement_sheet s on s.id = l.sheet_id and s.status <> 'VOID'
                    where l.decision_id = x.id)
            """;

    private static final String LINES = ", lines as (" + OF_THE_YEAR + " union all " + CARRIED
            + """
            )
            select row_number() over (
                    order by l.township nulls last, p.comparable_name, p.id, l.decision_id nulls first)::integer as sequence,
                gen_random_uuid() as entry_id, l.region, l.person_id, p.name, p.number_cipher, l.township_name,
                l.disability_category, l.disability_grade, l.paid_as, l.clause, l.premium_fen, l.other_funds_fen,
                l.fund_fen, l.payable_fen, l.earlier_fen, l.kind, l.cause,
                case when l.earlier_fen = 0 then l.remark
                    else l.remark
                        || case when l.kind = 'TRUE_UP'
                            then '：应付' || to_char((l.earlier_fen + l.fund_fen) / 100.0, 'FM999999990.00') || '元'
                            else '' end
                        || '（原已结算' || to_char(l.earlier_fen / 100.0, 'FM999999990.00') || '元）' end as remark,
                l.batch_id, l.row_number, l.creditor, l.decision_id
            from lines l
            join person p on p.region = l.region and p.id = l.person_id
            where not exists (
                select from settlement_dispute x
                join settlement_line o on o.sheet_id = x.sheet_id and o.sequence = x.sequence
                where x.sheet_id = :replaced and not x.stays
                    and o.region = l.region and o.person_id = l.person_id)
            """;

    private final JdbcTemplate jdbc;

    Gathering(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was decided about a group of people, where it charges something. */
    record Followed(CaseGroup group, EntryKind kind, EntryCause cause, String clause) {

        private Object[] row(Charging charging) {
            String what = kind == EntryKind.ADVANCE ? charging.advanceInWords() : kind.remark();
            String remark = cause.remark().isEmpty() ? what : what + "：" + cause.remark();
            return new Object[] {group.key(), kind.name(), cause.name(), clause, remark};
        }
    }

    /** What enrolment costs in a tier somebody has chosen. */
    record TierPremium(int outcome, String tier, long premiumFen) {}

    /** @param replaced the sheet this one replaces: whoever left that one comes with a later sheet */
    void gather(
            Charging charging,
            Collection<Followed> followed,
            List<TierPremium> tiers,
            List<Creditor> creditors,
            @Nullable UUID replaced) {
        jdbc.execute(
                "drop table if exists settlement_following, settlement_tier, settlement_creditor, settlement_draft");
        fill(
                "settlement_following (key text, kind text, cause text, clause text, remark text)",
                followed.stream().map(f -> f.row(charging)).toList());
        fill(
                "settlement_tier (outcome_id integer, tier text, premium_fen bigint)",
                tiers.stream()
                        .map(t -> new Object[] {t.outcome(), t.tier(), t.premiumFen()})
                        .toList());
        fill(
                "settlement_creditor (run_id uuid, outcome_id integer, fund text)",
                creditors.stream()
                        .map(c -> new Object[] {c.run(), c.outcome(), c.fund()})
                        .toList());
        Map<String, Object> parameters = charging.parameters();
        parameters.put("replaced", new SqlParameterValue(Types.OTHER, replaced));
        parameters.put("carried", EntryKind.CARRIED.remark());
        new NamedParameterJdbcTemplate(jdbc)
                .update(
                        "create temporary table settlement_draft on commit drop as " + SheetCases.CASES + AMOUNTS
                                + LINES,
                        parameters);
    }

    /** @param table with its columns */
    private void fill(String table, List<Object[]> rows) {
        jdbc.execute("create temporary table " + table + " on commit drop");
        int columns = (int) table.chars().filter(c -> c == ',').count() + 1;
        String name = table.substring(0, table.indexOf(' '));
        jdbc.batchUpdate(
                "insert into " + name + " values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")", rows);
    }
}
