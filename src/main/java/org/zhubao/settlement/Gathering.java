package org.zhubao.settlement;

import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.settlement.SheetCases.Group;

/** Gathers the lines of a sheet to be frozen into the transaction's table {@code settlement_draft}, by one statement. */
@Repository
class Gathering {

    /** What stands in every line, whether it charges or corrects. */
    private static final String LINES =
            """
            , amounts as (
                select c.*, o.identity, eo.identity as earlier_identity,
                    coalesce(o.paid_as, eo.paid_as) as paid_as,
                    coalesce(nullif(o.clause, ''), eo.clause, '') as clause,
                    coalesce(tier.premium_fen, nullif(o.premium_fen, 0), eo.premium_fen) as premium_fen,
                    coalesce(case when c.outcome_id is null then 0 else c.subsidy_fen end, o.subsidy_fen, 0)
                        as now_fen,
                    coalesce(eo.subsidy_fen, 0) as earlier_subsidy_fen
                from cases c
                left join outcome o on o.run_id = :run and o.id = c.outcome_id
                left join outcome eo on eo.run_id = c.earlier_run and eo.id = c.earlier_outcome
                left join settlement_tier tier on tier.outcome_id = c.outcome_id and tier.tier = c.tier
            )
            select row_number() over (order by d.township nulls last, p.comparable_name, p.id)::integer as sequence,
                gen_random_uuid() as entry_id, a.region, a.person_id, p.name, p.number_cipher,
                coalesce(t.name, '') as township_name,
                certificate.category as disability_category, certificate.grade as disability_grade, a.paid_as,
                coalesce(nullif(f.clause, ''), a.clause) as clause, a.premium_fen,
                a.now_fen - a.due_fen - (a.earlier_subsidy_fen - a.charged_fen) as other_funds_fen,
                a.due_fen - a.charged_fen as fund_fen, a.premium_fen - a.now_fen as payable_fen,
                a.charged_fen as earlier_fen, f.kind, f.cause,
                case when a.charged_fen = 0 then f.remark
                    else f.remark || '（原已结算' || to_char(a.charged_fen / 100.0, 'FM999999990.00') || '元）' end
                    as remark,
                coalesce(a.death_batch, source.batch_id) as batch_id,
                case when a.death_batch is null then source.row_number else a.death_row end as row_number
            from amounts a
            join settlement_following f on f.key = a.key
            join person p on p.region = a.region and p.id = a.person_id
            left join determination d on d.benefit_year = :year and d.region = a.region and d.person_id = a.person_id
                and d.run_id = case when a.outcome_id is null then a.earlier_run else :run end
            left join division t on t.code = d.township
            left join lateral (
                select c1.attributes ->> 'category' as category, c1.attributes ->> 'grade' as grade
                from identity_claim c1
                where c1.region = a.region and c1.person_id = a.person_id
                    and c1.benefit_year = :year and c1.county = :county
                    and c1.attributes ->> 'category' is not null and c1.known_from <= :at
                    and (c1.known_to is null or c1.known_to > :at)
                order by c1.known_from, c1.id limit 1
            ) certificate on true
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
            where not exists (
                select from settlement_dispute x
                join settlement_line l on l.sheet_id = x.sheet_id and l.sequence = x.sequence
                where x.sheet_id = :replaced and not x.stays
                    and l.region = a.region and l.person_id = a.person_id)
            """;

    private final JdbcTemplate jdbc;

    Gathering(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was decided about a group of people, where it charges something. */
    record Followed(Group group, EntryKind kind, EntryCause cause, String clause) {

        private Object[] row() {
            String why = cause.remark();
            return new Object[] {
                group.key(), kind.name(), cause.name(), clause, kind.remark() + (why.isEmpty() ? "" : "：" + why)
            };
        }
    }

    /** What enrolment costs in a tier somebody has chosen. */
    record TierPremium(int outcome, String tier, long premiumFen) {}

    /** @param replaced the sheet this one replaces: whoever left that one comes with a later sheet */
    void gather(
            Basis basis, String fund, Collection<Followed> followed, List<TierPremium> tiers, @Nullable UUID replaced) {
        jdbc.execute("drop table if exists settlement_following, settlement_tier, settlement_draft");
        jdbc.execute("create temporary table settlement_following"
                + " (key text, kind text, cause text, clause text, remark text) on commit drop");
        jdbc.batchUpdate(
                "insert into settlement_following values (?, ?, ?, ?, ?)",
                followed.stream().map(Followed::row).toList());
        jdbc.execute("create temporary table settlement_tier (outcome_id integer, tier text, premium_fen bigint)"
                + " on commit drop");
        jdbc.batchUpdate(
                "insert into settlement_tier values (?, ?, ?)",
                tiers.stream()
                        .map(t -> new Object[] {t.outcome(), t.tier(), t.premiumFen()})
                        .toList());
        Map<String, Object> parameters = new HashMap<>(basis.of(fund));
        parameters.put("replaced", new SqlParameterValue(Types.OTHER, replaced));
        new NamedParameterJdbcTemplate(jdbc)
                .update(
                        "create temporary table settlement_draft on commit drop as " + SheetCases.CASES + LINES,
                        parameters);
    }
}
