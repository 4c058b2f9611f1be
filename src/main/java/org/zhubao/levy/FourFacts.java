package org.zhubao.levy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Puts recognised, marked, paid and subsidised side by side and names the cause of each mismatch, for a whole county in
 * one statement. Its result is the transaction's table {@code reconciliation_draft}; it needs {@code levy_amount}.
 */
@Repository
class FourFacts {

    /** Who is recognised by the run or was ever marked, with what the last mark says. */
    private static final String KNOWN =
            """
            known as (
                select p.person_key, p.id as person_id, p.number_cipher, p.number_tail, p.name,
                    p.county as registered_in, g.outcome_id is not null as recognised,
                    case when g.outcome_id is null or m.change <> 'CANCELLED' then m.marked_from end as marked_from,
                    case when m.change = 'CANCELLED' then (select pushed_at from mark_push where id = m.push_id) end
                        as marked_to,
                    coalesce(g.township, m.township) as township, g.outcome_id,
                    m.identity, m.paid_as, m.department, m.delivery, m.tier, m.premium_fen, m.subsidy_fen, m.collected_fen
                from granted g
                full join (
                    select coalesce(v.kept_id, l.person_id) as person_id, l.push_id, l.change, l.marked_from, l.township,
                        l.identity, l.paid_as, l.department, l.delivery, l.tier, l.premium_fen, l.subsidy_fen,
                        l.collected_fen
                    from last_mark l left join moved_mark v on v.merged_id = l.person_id
                ) m
                    using (person_id)
                join person p on p.region = :region and p.id = person_id
            )
            """;

    /**
     * Each payer once, by the number on record. A payment given back takes one away, a part given back takes none; below
     * zero more was given back than had been paid. Amounts fit into an integer, see V0090, and are added up as such, which
     * takes half the time. Who they are is only asked of those nobody knows.
     */
    private static final String PAID =
            """
            paid as (
                select coalesce(n.person_key, r.person_key) as person_key,
                    max(tier) as tier,
                    case when sum(total_fen::integer) < 0 then -1 else greatest(sum(sign(total_fen)::integer), 1) end::integer
                        as payments,
                    sum(subsidised_fen::integer) as subsidised_fen, sum(total_fen::integer) as total_fen,
                    min(paid_on) as paid_on
                from payment_record r
                left join renumbered n on n.listed_key = r.person_key
                where region = :region and benefit_year = :year and county = :county and known_to is null
                group by coalesce(n.person_key, r.person_key)
                having sum(total_fen::integer) <> 0
            )
            """;

    /** How somebody is insured, by the number on record; what is told under an older number counts where nothing else is. */
    private static final String STATUS =
            """
            stated as (
                select person_key, insurance, state, enrolled_at, known_from from enrolment_status
                where region = :region and benefit_year = :year and county = :county and known_to is null
            ),
            status as (
                select s.* from stated s where not exists (select from renumbered n where n.listed_key = s.person_key)
                union all
                (select distinct on (n.person_key) n.person_key, s.insurance, s.state, s.enrolled_at, s.known_from
                from stated s
                join renumbered n on n.listed_key = s.person_key
                where not exists (select from stated o where o.person_key = n.person_key)
                order by n.person_key, s.known_from desc)
            ),
            insured as (
                select person_key, s.insurance, s.state, s.enrolled_at, s.known_from,
                    o.person_key is not null as paid_elsewhere
                from status s full join paid_elsewhere o using (person_key)
            )
            """;

    /**
     * What the run grants is expected, else what was marked; in the tier that the person chose, where it is open to them.
     */
    private static final String FACTS =
            """
            facts as (
                select coalesce(k.person_key, d.person_key) as person_key, k.person_id,
                    coalesce(k.number_cipher, %s) as number_cipher, coalesce(k.number_tail, %s) as number_tail,
                    coalesce(k.name, %s) as name, coalesce(k.township, %s) as township,
                    coalesce(k.recognised, false) as recognised,
                    k.marked_from, k.marked_to, k.registered_in, k.outcome_id,
                    coalesce(u.identity, k.identity, '') as identity, coalesce(u.paid_as, k.paid_as, '') as paid_as,
                    coalesce(u.department, k.department, '') as department,
                    coalesce(u.delivery, k.delivery, 'NET_AT_COLLECTION') as delivery,
                    coalesce(a.tier, u.tier, k.tier, d.tier) as tier,
                    coalesce(d.payments, 0) as payments, coalesce(d.subsidised_fen, 0) as subsidised_fen,
                    coalesce(d.total_fen, 0) as paid_fen, d.paid_on, t.died_on,
                    coalesce(a.premium_fen, u.premium_fen, k.premium_fen) as premium_fen,
                    coalesce(a.subsidy_fen, u.subsidy_fen, k.subsidy_fen, 0) as subsidy_fen,
                    coalesce(a.premium_fen - a.collected_fen, u.premium_fen - u.collected_fen,
                        k.premium_fen - k.collected_fen, 0) as expected_fen,
                    coalesce(t.refunded_fen, 0) as refunded_fen,
                    d.tier <> '' and coalesce(u.tier, k.tier) <> '' and a.tier is null as tier_wrong,
                    coalesce(s.insurance, '') as insurance, coalesce(s.state, '') as state,
                    s.state = 'dead' and s.known_from < :coverFrom::timestamp at time zone :zone as told_dead,
                    s.state = 'elsewhere' or s.enrolled_at not in ('', :county) or s.paid_elsewhere as elsewhere,
                    s.paid_elsewhere and k.registered_in <> :county as another_countys
                from known k
                full join paid d using (person_key)
                left join levy_amount u on u.outcome_id = k.outcome_id and u.usual
                left join levy_amount a on a.outcome_id = k.outcome_id and a.tier = d.tier
                left join insured s on s.person_key = coalesce(k.person_key, d.person_key)
                left join told t on t.person_id = k.person_id
            )
            """
                    .formatted(
                            stranger("number_cipher"), stranger("number_tail"), stranger("name"), stranger("township"));

    /** When people died, and what transfers have brought them already. */
    private static final String TOLD =
            """
            dead as (
                select person_id, min(happened_on) as died_on from person_event
                where region = :region and kind = 'DEATH' and known_to is null group by person_id
            ),
            refunded as (
                select r.person_id, sum(r.amount_fen)::bigint as refunded_fen
                from reimbursement r
                join reimbursement_result x on x.list_id = r.list_id and x.sequence = r.sequence and x.paid
                where r.region = :region and r.benefit_year = :year and r.county = :county
                group by r.person_id
            ),
            told as (select * from dead full join refunded using (person_id))
            """;

    /** The first that fits names the mismatch; null where there is nothing to say of somebody. */
    private static final String CAUSE =
            """
            case
                when payments <= 0 and not recognised and (marked_from is null or marked_to is not null) then null
                when died_on < :coverFrom or died_on is null and told_dead then 'DEAD_BEFORE_COVER'
                when payments < 0 then 'GIVEN_BACK_TOO_MUCH'
                when payments <= 0 and not recognised then 'NO_LONGER_RECOGNISED'
                when payments <= 0 then case
                    when state = 'dead' or died_on is not null then 'DEAD_UNPAID'
                    when insurance = 'employee' then 'EMPLOYEE'
                    when elsewhere then 'ELSEWHERE'
                    when state = 'serving' then 'SERVING'
                    when state = 'abroad' then 'ABROAD'
                    when state = 'declined' then 'DECLINED'
                    else 'NOT_ENROLLED'
                end
                when not recognised and subsidised_fen = 0 then null
                when person_id is null then 'NOT_MARKED'
                when not recognised and paid_on > (marked_to at time zone :zone)::date then 'REMOVED_BEFORE_PAYMENT'
                when not recognised then 'NO_LONGER_RECOGNISED'
                when another_countys then 'COUNTED_TWICE'
                when insurance = 'employee' then 'EMPLOYEE'
                when state = 'dead' and died_on is null then 'DEATH_WITHOUT_DATE'
                when payments > 1 then 'PAID_TWICE'
                when marked_from is null and subsidised_fen <> 0 and identity <> '' then 'NOT_MARKED'
                when expected_fen > 0 and subsidised_fen = 0 and marked_from is null then 'LATE_RECOGNITION'
                when expected_fen > 0 and subsidised_fen = 0 and paid_on <= (marked_from at time zone :zone)::date
                    then 'PAID_IN_FULL_BEFORE_MARK'
                when tier_wrong then 'WRONG_TIER'
                when subsidised_fen <> expected_fen or paid_fen <> premium_fen then 'WRONG_AMOUNT'
                when expected_fen + refunded_fen < subsidy_fen then 'TO_REIMBURSE'
                when marked_from is null then 'UNIVERSAL'
                else 'OK'
            end
            """;

    /**
     * Each cause with what follows from it; {@code offset 0} has it found once for everybody, and not once for each use.
     * Where a mark is all that was missing, the funds bear the subsidy.
     */
    private static final String DRAFT =
            """
            named as (select *, %s as cause from facts offset 0)
            select n.person_key, n.person_id, n.number_cipher, n.number_tail, n.name, n.township,
                coalesce(t.name, '') as township_name, n.identity, n.paid_as, n.department,
                case when c.owner = 'DEPARTMENT' then n.department else c.code end as owner,
                n.delivery, n.outcome_id, n.tier, n.recognised, n.marked_from, n.marked_to, n.payments, n.paid_on,
                n.died_on, n.cause, c.chargeable or c.cause = 'NOT_MARKED' and n.recognised as chargeable, n.subsidy_fen,
                n.paid_fen, n.subsidised_fen,
                case
                    when n.payments <= 0 or c.review then 0
                    when c.chargeable or n.cause = 'NOT_MARKED' and n.recognised
                        then n.subsidy_fen - n.subsidised_fen - n.refunded_fen
                    else - n.subsidised_fen
                end as due_fen,
                null::uuid as paid_run, null::integer as paid_outcome
            from named n
            join (values %s) c (cause, owner, code, chargeable, review) using (cause)
            left join division t on t.code = n.township
            """
                    .formatted(
                            CAUSE,
                            Arrays.stream(Cause.values()).map(FourFacts::row).collect(Collectors.joining(", ")));

    /**
     * A county's people in memory; the usual four megabytes would send them to disk and back several times. Behind the
     * walls the planner expects few rows of any table, and would loop and sort where it ought to hash.
     */
    private static final String PLAN_FOR_MANY =
            """
            select set_config('work_mem', '256MB', true), set_config('enable_nestloop', 'off', true),
                set_config('enable_sort', 'off', true)
            """;

    private static final String PLAN_AS_USUAL =
            """
            select set_config('enable_nestloop', 'on', true), set_config('enable_sort', 'on', true)
            """;

    private final RareFacts rare;
    private final JdbcClient jdbc;

    FourFacts(RareFacts rare, JdbcClient jdbc) {
        this.rare = rare;
        this.jdbc = jdbc;
    }

    /** Who somebody is whom nobody knows, by a payment of theirs. */
    private static String stranger(String column) {
        return """
                (select %s from payment_record
                where k.person_id is null and region = :region and benefit_year = :year and county = :county
                    and known_to is null
                    and person_key in (
                        select d.person_key union all select n.listed_key from renumbered n where n.person_key = d.person_key)
                limit 1)"""
                .formatted(column);
    }

    private static String row(Cause cause) {
        return "('%s', '%s', '%s', %s, %s)"
                .formatted(
                        cause.name(),
                        cause.owner().name(),
                        cause.owner().code(),
                        cause.isChargeable(),
                        cause.isForReview());
    }

    /**
     * @param parameters region, county, year, run
     * @param coverFrom the first day of cover
     * @param zone the office's time zone, by which days are told
     * @return how many people there is something to say of
     */
    int gather(Map<String, Object> parameters, LocalDate coverFrom, ZoneId zone) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("coverFrom", coverFrom);
        all.put("zone", zone.getId());
        rare.gather(parameters);
        jdbc.sql(PLAN_FOR_MANY).query(row -> {});
        int people = jdbc.sql("create temporary table reconciliation_draft on commit drop as with "
                        + String.join(
                                ", ",
                                MarkDrafts.LAST_MARK,
                                MarkDrafts.GRANTED,
                                KNOWN,
                                PAID,
                                STATUS,
                                TOLD,
                                FACTS,
                                DRAFT))
                .params(all)
                .update();
        jdbc.sql(PLAN_AS_USUAL).query(row -> {});
        return people;
    }
}
