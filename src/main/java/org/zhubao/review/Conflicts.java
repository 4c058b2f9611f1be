package org.zhubao.review;

import java.util.List;

/**
 * The conflicts that stored data show, each as one statement over everybody of a county and year. They fill the
 * temporary table {@code found}; {@code listed} has a row for everybody with an open claim.
 */
final class Conflicts {

    /** What the tax bureau tells of people that stands against their being on a list, under whichever of their numbers. */
    private static final String INSURED =
            """
            create temporary table insured on commit drop as
            select p.id as person_id, s.state, s.insurance, s.enrolled_at
            from enrolment_status s
            left join of_another_number n on n.listed_key = s.person_key
            join person p on p.region = :region and p.person_key = coalesce(n.on_record, s.person_key)
            where s.region = :region and s.county = :county and s.benefit_year = :year and s.known_to is null
                and (s.state = 'dead' or s.insurance = 'employee')
            """;

    /**
     * What every statement may look at. Right after a large list the planner knows nothing of the new rows, takes them for
     * one, and would compare everybody with everybody.
     */
    static final List<String> PREPARATION = List.of(
            """
            create temporary table of_another_number on commit drop as
            select listed_key, max(person_key::text)::uuid as on_record from person_renumbered
            where region = :region group by listed_key
            """,
            "set local enable_nestloop = off",
            """
            create temporary table found (person_id uuid, township text, kind text, pattern text, facts_key text,
                department text, subsidy_fen bigint, detail text) on commit drop
            """,
            """
            create temporary table listed on commit drop as
            select c.person_id, min(c.department) as department, coalesce(min(case when p.county = :county then p.township
                    else listed_township(p.region, p.id, :county) end), '') as township,
                string_agg(distinct c.identity, '+' order by c.identity) as identities,
                coalesce(min(o.subsidy_fen), 0) as subsidy_fen
            from identity_claim c
            join person p on p.region = c.region and p.id = c.person_id
            left join determination d on d.benefit_year = c.benefit_year and d.region = c.region and d.run_id = :run
                and d.person_id = c.person_id
            left join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
            where c.region = :region and c.county = :county and c.benefit_year = :year and c.known_to is null
            group by c.person_id
            """,
            "create unique index on listed (person_id)",
            "analyze listed",
            INSURED);

    private static final String TWO_COUNTIES =
            """
            insert into found
            select l.person_id, l.township, 'TWO_COUNTIES', l.identities, md5(l.identities || e.counties), l.department,
                l.subsidy_fen, e.counties
            from listed_elsewhere(:region, :county, :year) e join listed l on l.person_id = e.person_id
            """;

    private static final String TWO_NAMES =
            """
            insert into found
            select l.person_id, l.township, 'TWO_NAMES', l.identities, md5(n.names), n.department, l.subsidy_fen, n.names
            from (
                select c.person_id, max(c.department) as department, string_agg(distinct r.name, ' / ' order by r.name) as names
                from identity_claim c
                join roster_row r on r.benefit_year = c.benefit_year and r.county = c.county and r.batch_id = c.batch_id
                    and r.row_number = c.row_number
                where c.region = :region and c.county = :county and c.benefit_year = :year and c.known_to is null
                group by c.person_id having count(distinct r.comparable_name) > 1
            ) n join listed l on l.person_id = n.person_id
            """;

    private static final String CERTIFICATE_EXPIRED =
            """
            insert into found
            select l.person_id, l.township, 'CERTIFICATE_EXPIRED', string_agg(distinct c.identity, '+' order by c.identity),
                md5(string_agg(c.identity || c.expires_on::text, ',' order by c.identity, c.expires_on)), min(c.department),
                l.subsidy_fen, min(c.expires_on)::text
            from identity_claim c join listed l on l.person_id = c.person_id
            where c.region = :region and c.county = :county and c.benefit_year = :year and c.known_to is null
                and c.expires_on < :today and coalesce(c.attributes ->> 'certificate', 'valid') = 'valid'
            group by l.person_id, l.township, l.subsidy_fen
            """;

    private static final String STUDENT_WITHOUT_SCHOOL =
            """
            insert into found
            select l.person_id, l.township, 'STUDENT_WITHOUT_SCHOOL', string_agg(distinct c.identity, '+' order by c.identity),
                md5(string_agg(distinct c.identity, '+' order by c.identity)), min(c.department), l.subsidy_fen, ''
            from identity_claim c join listed l on l.person_id = c.person_id
            where c.region = :region and c.county = :county and c.benefit_year = :year and c.known_to is null
                and c.identity = any (:students) and coalesce(c.attributes ->> 'school', '') = ''
            group by l.person_id, l.township, l.subsidy_fen
            """;

    /** Whoever told it: a list of deaths, or the tax bureau. */
    private static final String DEAD_BUT_LISTED =
            """
            insert into found
            select l.person_id, l.township, 'DEAD_BUT_LISTED', l.identities, md5(l.identities || d.happened_on), l.department,
                l.subsidy_fen, d.happened_on
            from (
                select x.person_id, coalesce(min(x.happened_on), '') as happened_on
                from (
                    select e.person_id, e.happened_on::text as happened_on from person_event e
                    where e.region = :region and e.kind = 'DEATH' and e.known_to is null
                    union all
                    select person_id, null from insured where state = 'dead'
                ) x group by x.person_id
            ) d join listed l on l.person_id = d.person_id
            """;

    private static final String INSURED_AS_EMPLOYEE =
            """
            insert into found
            select l.person_id, l.township, 'INSURED_AS_EMPLOYEE', l.identities, md5(l.identities || s.enrolled_at),
                l.department, l.subsidy_fen, s.enrolled_at
            from insured s join listed l on l.person_id = s.person_id
            where s.insurance = 'employee'
            """;

    /** What the newest reconciliation leaves to a person; the names of its causes are those of kinds. */
    private static final String LEFT_BY_RECONCILIATION =
            """
            insert into found
            select r.person_id, coalesce(r.township, ''), r.cause, r.identity, md5(r.cause || r.subsidised_fen),
                nullif(r.department, ''), r.subsidised_fen, coalesce(r.paid_on::text, '')
            from reconciliation_line r
            where r.reconciliation_id = (select n.id from reconciliation n
                    where n.county = :county and n.benefit_year = :year order by n.reconciled_at desc, n.id limit 1)
                and r.person_id is not null and r.cause in ('REMOVED_BEFORE_PAYMENT', 'NO_LONGER_RECOGNISED')
            """;

    private static final String OVERRIDE_OUTDATED =
            """
            insert into found
            select d.person_id, coalesce(d.township, ''), 'OVERRIDE_OUTDATED', coalesce(l.identities, ''), md5(o.facts::text),
                null, o.subsidy_fen, v.reason
            from determination d
            join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
            join override v on v.benefit_year = d.benefit_year and v.region = d.region and v.id = o.override_id
            left join listed l on l.person_id = d.person_id
            where d.benefit_year = :year and d.region = :region and d.run_id = :run
                and o.override_id is not null and md5(o.facts::text) <> v.facts_key
            """;

    /** What townships found on lists that were recalled; the newest word about a person counts. */
    private static final String FOUND_OTHERWISE =
            """
            insert into found
            select x.person_id, l.township, 'FOUND_OTHERWISE', '|' || lower(replace(x.finding, '_', '-')), md5(x.finding || x.remark || x.visited_on::text),
                l.department, l.subsidy_fen, x.remark
            from (
                select distinct on (v.person_id) v.person_id, f.finding, f.remark, f.visited_on
                from visit_finding f
                join visit_line v on v.benefit_year = f.benefit_year and v.region = f.region and v.list_id = f.list_id
                    and v.line = f.line
                join visit_list a on a.benefit_year = f.benefit_year and a.region = f.region and a.id = f.list_id
                where f.region = :region and f.county = :county and f.benefit_year = :year and f.known_to is null
                    and a.recalled_at is not null
                order by v.person_id, f.known_from desc
            ) x join listed l on l.person_id = x.person_id
            where x.finding = any (:contradicting)
            """;

    static final List<String> QUERIES = List.of(
            TWO_COUNTIES,
            TWO_NAMES,
            CERTIFICATE_EXPIRED,
            STUDENT_WITHOUT_SCHOOL,
            DEAD_BUT_LISTED,
            INSURED_AS_EMPLOYEE,
            LEFT_BY_RECONCILIATION,
            OVERRIDE_OUTDATED,
            FOUND_OTHERWISE);

    /** What is no longer found ends, what is new begins. */
    static final List<String> COMPARISON = List.of(
            "create index on found (person_id)",
            "analyze found",
            """
            update review_item i set known_to = greatest(:now, i.known_from)
            where i.region = :region and i.county = :county and i.benefit_year = :year and i.known_to is null
                and not exists (select from found f
                    where f.person_id = i.person_id and f.kind = i.kind and f.facts_key = i.facts_key)
            """,
            """
            insert into review_item (region, county, benefit_year, person_id, township, kind, pattern, facts_key, department,
                subsidy_fen, detail, known_from)
            select :region, :county, :year, f.person_id, nullif(f.township, ''), f.kind, f.pattern, f.facts_key, f.department,
                f.subsidy_fen, f.detail, :now
            from (select distinct on (person_id, kind, facts_key) * from found order by person_id, kind, facts_key) f
            where not exists (select from review_item i
                where i.region = :region and i.county = :county and i.benefit_year = :year and i.known_to is null
                    and i.person_id = f.person_id and i.kind = f.kind and i.facts_key = f.facts_key)
            on conflict do nothing
            """,
            "set local enable_nestloop to default");

    private Conflicts() {}
}
