package org.zhubao.determination;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhubao.rules.Condition.RecognisedBy;

/**
 * The statements that put people into groups. What a decision depends on becomes one text for every person; only for each
 * group are the facts written out.
 */
final class PersonFactsSql {

    static final String EVERYBODY = "";

    /** The attribute that says how many of the last days for removals had passed when a list ended what counts on. */
    static final String ENDED = "ended";

    static final String CHANGED = "and (c.region, %s) in (select region, person_id from changed_person)";

    static final String TOUCHED =
            """
            and %s in (select person_id from identity_claim
                where county = :county and benefit_year = :year
                    and (batch_id = :touchedBy or ended_by_batch = :touchedBy))
            """;

    /** Of facts put together before in the same transaction, somebody may have kept the last table under another name. */
    static final String NONE_LEFT = "drop table if exists person_group, fact_group";

    /**
     * Identities that a list ended when that no longer counted, and nobody has said anew since; a list taken back never
     * counted. Other facts are as the newest list says them.
     */
    private static final String TOO_LATE =
            """
            c.known_to >= (:tooLate::timestamptz[])[1] and c.identity = any (:identities::text[])
                and c.ended_by_correction is null and c.ended_by_batch <> c.batch_id
                and not exists (select from identity_claim n
                    where n.region = c.region and n.person_id = c.person_id and n.benefit_year = c.benefit_year
                        and n.county = c.county and n.department = c.department and n.identity = c.identity
                        and n.known_from >= c.known_to and n.known_from <= :at)
            """;

    /** What ended so of a record that has become one with another counts on as that one's. */
    private static final String AND_ENDED_TOO_LATE = "or " + TOO_LATE
            + """
                and not exists (select from person_merge m
                    where m.region = c.region and m.merged_id = c.person_id
                        and m.known_from <= :at and (m.known_to is null or m.known_to > :at))
            """;

    /** Unless that one has the same identity anyway. */
    private static final String OF_MERGED_RECORDS = "c.known_to <= :at and " + TOO_LATE
            + """
                and m.known_from <= :at and (m.known_to is null or m.known_to > :at)
                and not exists (select from identity_claim k
                    where k.region = c.region and k.person_id = m.kept_id and k.benefit_year = c.benefit_year
                        and k.county = c.county and k.department = c.department and k.identity = c.identity
                        and k.known_from <= :at
                        and (k.known_to is null or k.known_to >= (:tooLate::timestamptz[])[1]))
            """;

    private static final String CLAIMS =
            """
            select %1$s as person_id, c.household collate "C" as household,
                (c.identity || chr(31) || coalesce(case
                    when :bands then width_bucket(c.recognised_on, (select :recognitions::date[]))::text
                    else c.recognised_on::text end, '') || chr(31) || %2$s) collate "C" as claim
            from %3$s %4$s %5$s
            where c.county = :county and c.benefit_year = :year
                and c.known_from <= :at and (%6$s) %7$s
            """;

    /** The day of payment is told like one more claim of whoever has any. */
    private static final String AND_PAYMENT =
            """
            || coalesce(chr(30) || :paidOn || chr(31)
                || case when :bands then width_bucket(y.paid_on, (select :payments::date[]))::text
                    else y.paid_on::text end || chr(31), '')""";

    private static final String PAYMENTS = "left join paid_day y on y.person_id = c.person_id";

    /**
     * Between the parts of a claim stands the character 31, between claims 30: neither is ever in one. People come in the
     * order of the indexes that their rows enter in the end, which takes half as long as in any other. Whom another county
     * listed first is looked up one by one: behind the walls all of the region would be read to find them. They live
     * where this county's lists said last.
     */
    private static final String PEOPLE =
            """
            create temporary table person_group on commit drop as
            select :region::text as region, c.person_id,
                case when p.id is null then o.township when e.id is null then p.township else e.township end as township,
                coalesce(case
                    when :bands then width_bucket(coalesce(e.birth_date, p.birth_date, o.birth_date),
                        (select :births::date[]))::text
                    else coalesce(e.birth_date, p.birth_date, o.birth_date)::text end, '') as birth,
                coalesce(c.household, '') as household, c.held %s as held,
                exists (select from person_event d
                    where d.region = :region and d.person_id = c.person_id and d.kind = 'DEATH'
                        and d.happened_on < make_date(:year, 1, 1)
                        and d.known_from <= :at and (d.known_to is null or d.known_to > :at)) as dead
            from (
                select person_id, string_agg(distinct claim, chr(30)) as held,
                    case when min(household) = max(household) then min(household) end as household
                from (%s) claims
                group by person_id) c
            left join person p on p.region = :region and p.id = c.person_id and p.county = :county
            left join lateral (
                select x.birth_date, (
                        select k.township from identity_claim k
                        where k.region = :region and k.person_id = c.person_id and k.benefit_year = :year
                            and k.county = :county and k.known_from <= :at and k.township is not null
                        order by k.known_to is null or k.known_to > :at desc, k.known_from desc, k.id desc
                        limit 1) as township
                from person x
                where p.id is null and x.region = :region and x.id = c.person_id
                offset 0) o on true
            left join person_earlier e
                on e.region = :region and e.id = c.person_id and e.known_from <= :at and e.known_to > :at
            %s
            order by c.person_id
            """;

    static final String GROUPS =
            """
            create temporary table fact_group on commit drop as
            with g as (select distinct birth, household, held, dead from person_group),
            f as (
                select g.*, jsonb_build_object(
                    'birth', nullif(birth, ''), 'household', nullif(household, ''), 'dead', dead,
                    'held', (
                        select jsonb_agg(
                            jsonb_build_array(split_part(claim, chr(31), 1),
                                coalesce(nullif(split_part(claim, chr(31), 3), ''), '{}')::jsonb,
                                split_part(claim, chr(31), 2)) order by place)
                        from string_to_table(g.held, chr(30)) with ordinality c (claim, place))) as facts
                from g),
            h as (select f.*, md5(facts::text)::uuid as alike from f),
            known as (select distinct on (alike) alike, id from outcome where run_id = :before::uuid order by alike, id)
            select h.*, coalesce(k.id, (select coalesce(max(id), 0) from outcome where run_id = :before::uuid)
                + row_number() over (partition by k.id is null order by facts))::integer as outcome_id
            from h left join known k using (alike)
            """;

    static final String NUMBERED =
            """
            create temporary table person_facts on commit drop as
            select g.person_id, g.region, g.township, f.outcome_id
            from person_group g join fact_group f using (birth, household, held, dead)
            """;

    private PersonFactsSql() {}

    /** Those attributes that make a difference, which are the parameters a0, a1 …, and answers, which are q0, q1 … */
    private static String attributes(Asked asked) {
        Stream<String> stated =
                IntStream.range(0, asked.attributes()).mapToObj(i -> ":a" + i + ", c.attributes -> :a" + i);
        String ended = "'" + ENDED
                + "', case when c.known_to <= :at then width_bucket(c.known_to, :tooLate::timestamptz[]) end";
        List<RecognisedBy> comparisons = asked.comparisons();
        Stream<String> answers =
                IntStream.range(0, comparisons.size()).mapToObj(i -> ":q" + i + ", " + answer(comparisons.get(i), i));
        return Stream.of(stated, answers, asked.removalsDiffer() ? Stream.of(ended) : Stream.<String>empty())
                .flatMap(Function.identity())
                .collect(Collectors.joining(", ", "jsonb_strip_nulls(jsonb_build_object(", "))"));
    }

    /** Nothing where one of the two days is unknown, or the identity is none of those compared: i0, i1 … */
    private static String answer(RecognisedBy comparison, int i) {
        String last = comparison.wholeMonth()
                ? "(date_trunc('month', y.paid_on) + interval '1 month - 1 day')::date"
                : "y.paid_on";
        return "case when c.identity = any (:i" + i + "::text[]) then case c.recognised_on <= " + last
                + " when true then '" + RecognisedBy.YES + "' when false then '" + RecognisedBy.NO + "' end end";
    }

    /**
     * What makes a difference to some policies only.
     *
     * @param attributes how many of identities
     * @param elsewhere that another county listed somebody first
     * @param payments the day of payment
     * @param comparisons of the day of recognition with that of payment
     * @param removals that what a list ended lately counts on
     * @param removalsDiffer that it does so under some of several policies only
     * @param merges that it may be a record's that has become one with another; seldom any is
     */
    record Asked(
            int attributes,
            boolean elsewhere,
            boolean payments,
            List<RecognisedBy> comparisons,
            boolean removals,
            boolean removalsDiffer,
            boolean merges) {

        boolean anyAttribute() {
            return attributes > 0 || !comparisons.isEmpty() || removalsDiffer;
        }
    }

    /**
     * What each person has, in one row.
     *
     * @param whom a condition on the claims
     */
    static String people(Asked asked, String whom) {
        String counts = "c.known_to is null or c.known_to > :at " + (asked.removals() ? AND_ENDED_TOO_LATE : "");
        String claims = claims(asked, whom, "c.person_id", "identity_claim c", counts);
        return PEOPLE.formatted(
                asked.payments() ? AND_PAYMENT : "",
                asked.merges() ? claims + " union all " + ofMerged(asked, whom) : claims,
                asked.payments() ? PAYMENTS : "");
    }

    private static String ofMerged(Asked asked, String whom) {
        return claims(
                asked,
                whom,
                "m.kept_id",
                "person_merge m join identity_claim c on c.region = m.region and c.person_id = m.merged_id",
                OF_MERGED_RECORDS);
    }

    private static String claims(Asked asked, String whom, String person, String from, String counts) {
        String elsewhere = "left join listed_first_elsewhere(:region, :county, :year, :at) e" + " on e.person_id = "
                + person + " and e.identity = c.identity";
        return CLAIMS.formatted(
                person,
                written(asked),
                from,
                asked.elsewhere() ? elsewhere : "",
                asked.comparisons().isEmpty() ? "" : "left join paid_day y on y.person_id = " + person,
                counts,
                whom.formatted(person));
    }

    /** What a claim is written with besides identity and day. */
    private static String written(Asked asked) {
        String attributes = attributes(asked);
        if (asked.elsewhere()) {
            return "(" + attributes + " || case when e.person_id is null then '{}'::jsonb"
                    + " else '{\"first-listed-elsewhere\": \"yes\"}' end)::text";
        }
        return asked.anyAttribute() ? attributes + "::text" : "''";
    }
}
