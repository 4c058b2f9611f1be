package org.zhubao.determination;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statements that put people into groups. Each claim becomes the number of its kind first, so that what is sorted and
 * compared for every person is a few small numbers; only for each group are the facts written out.
 */
final class PersonFactsSql {

    static final String EVERYBODY = "";

    static final String CHANGED = "and (c.region, c.person_id) in (select region, person_id from changed_person)";

    static final String TOUCHED =
            """
            and c.person_id in (select person_id from identity_claim
                where county = :county and benefit_year = :year
                    and (batch_id = :touchedBy or ended_by_batch = :touchedBy))
            """;

    /** Of facts put together before in the same transaction, somebody may have kept the last table under another name. */
    private static final String NONE_LEFT = "drop table if exists person_claim, claim_kind, person_group, fact_group";

    private static final String CLAIMS =
            """
            create temporary table person_claim on commit drop as
            select c.region, c.person_id, c.household, c.identity, %s as attributes,
                coalesce(case when :bands then width_bucket(c.recognised_on, :recognitions::date[])::text
                    else c.recognised_on::text end, '') as recognised
            from identity_claim c %s
            where c.county = :county and c.benefit_year = :year
                and c.known_from <= :at and (c.known_to is null or c.known_to > :at %s) %s
            """;

    /** What a list ended when that no longer counted, and nobody has said anew since; a list taken back never counted. */
    private static final String ENDED_TOO_LATE =
            """
            or c.known_to >= :tooLate and c.ended_by_correction is null and c.ended_by_batch <> c.batch_id
                and not exists (select from identity_claim n
                    where n.region = c.region and n.person_id = c.person_id and n.benefit_year = c.benefit_year
                        and n.county = c.county and n.department = c.department and n.identity = c.identity
                        and n.known_from >= c.known_to and n.known_from <= :at)
            """;

    /** The day of payment is told like one more claim of whoever has any. */
    private static final String PAYMENTS =
            """
            insert into person_claim (region, person_id, household, identity, attributes, recognised)
            select c.region, c.person_id, null, :paidOn, '{}'::jsonb,
                case when :bands then width_bucket(d.paid_on, :payments::date[])::text else d.paid_on::text end
            from paid_day d join (select distinct region, person_id from person_claim) c using (person_id)
            """;

    private static final String KINDS =
            """
            create temporary table claim_kind on commit drop as
            select row_number() over (order by identity, attributes, recognised)::integer as kind, k.*
            from (select distinct identity, attributes, recognised from person_claim) k
            """;

    private static final String PEOPLE =
            """
            create temporary table person_group on commit drop as
            select p.region, p.id as person_id, case when e.id is null then p.township else e.township end as township,
                coalesce(case
                    when :bands then width_bucket(coalesce(e.birth_date, p.birth_date), :births::date[])::text
                    else coalesce(e.birth_date, p.birth_date)::text end, '') as birth,
                coalesce(c.household, '') as household, c.kinds,
                exists (select from person_event d
                    where d.region = p.region and d.person_id = p.id and d.kind = 'DEATH'
                        and d.happened_on < make_date(:year, 1, 1)
                        and d.known_from <= :at and (d.known_to is null or d.known_to > :at)) as dead
            from (
                select region, person_id, array_agg(distinct kind) as kinds,
                    case when min(household) = max(household) then min(household) end as household
                from person_claim join claim_kind using (identity, attributes, recognised)
                group by region, person_id) c
            join person p on p.region = c.region and p.id = c.person_id
            left join person_earlier e on e.region = p.region and e.id = p.id and e.known_from <= :at and e.known_to > :at
            """;

    private static final String GROUPS =
            """
            create temporary table fact_group on commit drop as
            with g as (select distinct birth, household, kinds, dead from person_group),
            f as (
                select g.*, jsonb_build_object(
                    'birth', nullif(birth, ''), 'household', nullif(household, ''), 'dead', dead,
                    'held', (select jsonb_agg(jsonb_build_array(k.identity, k.attributes, k.recognised) order by k.kind)
                        from claim_kind k where k.kind = any (g.kinds))) as facts
                from g),
            h as (select f.*, md5(facts::text)::uuid as alike from f),
            known as (select distinct on (alike) alike, id from outcome where run_id = :before::uuid order by alike, id)
            select h.*, coalesce(k.id, (select coalesce(max(id), 0) from outcome where run_id = :before::uuid)
                + row_number() over (partition by k.id is null order by facts))::integer as outcome_id
            from h left join known k using (alike)
            """;

    private static final String NUMBERED =
            """
            create temporary table person_facts on commit drop as
            select g.person_id, g.region, g.township, f.outcome_id
            from person_group g join fact_group f using (birth, household, kinds, dead)
            """;

    private PersonFactsSql() {}

    /** @param count of attributes that make a difference, which are the parameters a0, a1 … */
    private static String attributes(int count) {
        return count == 0
                ? "'{}'::jsonb"
                : IntStream.range(0, count)
                        .mapToObj(i -> ":a" + i + ", c.attributes -> :a" + i)
                        .collect(Collectors.joining(", ", "jsonb_strip_nulls(jsonb_build_object(", "))"));
    }

    /**
     * What makes a difference to some policies only.
     *
     * @param attributes how many of identities
     * @param elsewhere that another county listed somebody first
     * @param payments the day of payment
     * @param removals that what a list ended lately counts on
     */
    record Asked(int attributes, boolean elsewhere, boolean payments, boolean removals) {}

    /** @param whom a condition on the claims */
    static List<String> statements(Asked asked, String whom) {
        String elsewhere =
                "left join listed_first_elsewhere((select region from division where code = :county), :county,"
                        + " :year, :at) e on e.person_id = c.person_id and e.identity = c.identity";
        String attributes = attributes(asked.attributes());
        String all = asked.elsewhere()
                ? attributes + " || case when e.person_id is null then '{}'::jsonb"
                        + " else '{\"first-listed-elsewhere\": \"yes\"}' end"
                : attributes;
        String claims =
                CLAIMS.formatted(all, asked.elsewhere() ? elsewhere : "", asked.removals() ? ENDED_TOO_LATE : "", whom);
        return Stream.of(
                        Stream.of(NONE_LEFT, claims),
                        asked.payments() ? Stream.of(PAYMENTS) : Stream.<String>empty(),
                        Stream.of(KINDS, PEOPLE, GROUPS, NUMBERED))
                .flatMap(Function.identity())
                .toList();
    }
}
