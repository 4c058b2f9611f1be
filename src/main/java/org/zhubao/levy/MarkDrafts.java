package org.zhubao.levy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.Run;
import org.zhubao.site.FreshStatistics;

/** The lines of a push, in bulk: found by one statement against what was pushed before, frozen by another. */
@Repository
class MarkDrafts {

    /**
     * The push that counts, of everybody of whom it is not simply the only one: who is in a later push than the first,
     * which has everybody, or was refused by the tax bureau. No push where every line was refused.
     */
    static final String LATER_MARK =
            """
            select m.person_id, p.id as push_id
            from (
                select l.person_id, max(p.number) filter (where r.push_id is null) as number
                from (
                    select l.push_id, l.sequence, l.person_id
                    from mark_line l
                    join mark_push p on p.id = l.push_id and p.number > 1
                    where l.region = :region and l.benefit_year = :year and l.county = :county
                    union all
                    select l.push_id, l.sequence, l.person_id
                    from mark_refusal r
                    join mark_line refused on refused.push_id = r.push_id and refused.sequence = r.sequence
                    join mark_line l on l.person_id = refused.person_id
                    where r.known_to is null and r.county = :county and refused.benefit_year = :year
                        and l.region = :region and l.benefit_year = :year and l.county = :county
                ) l
                join mark_push p on p.id = l.push_id
                left join mark_refusal r on r.push_id = l.push_id and r.sequence = l.sequence and r.known_to is null
                group by l.person_id
            ) m
            left join mark_push p on p.county = :county and p.benefit_year = :year and p.number = m.number
            """;

    /**
     * What the tax bureau was told last of each person, as the common table expression {@code last_mark}: what is marked,
     * and where the line stands that says who it is. Lines it refused are as if they had not been sent. Needs
     * {@code later_mark}: only what later pushes say is put in order.
     */
    static final String LAST_MARK =
            """
            last_mark as (
                select l.push_id, l.sequence, l.person_id, l.change, l.marked_from, l.township, l.outcome_id, l.identity,
                    l.paid_as, l.department, l.delivery, l.tier, l.premium_fen, l.subsidy_fen, l.payable_fen,
                    l.collected_fen
                from mark_line l
                where l.region = :region and l.benefit_year = :year and l.county = :county
                    and (l.person_id not in (select person_id from later_mark)
                        or (l.person_id, l.push_id) in (select person_id, push_id from later_mark))
            )
            """;

    /**
     * Whose mark is not simply the only one is looked up in memory while everybody's is read. Where the planner thinks
     * there is too little of it, it would look through all of them for each line.
     */
    static final String ROOM = "set local work_mem = '256MB'";

    /** Both at once, where the transaction has no table {@code later_mark}. */
    static final String MARKED_LAST = "later_mark as materialized (" + LATER_MARK + "), " + LAST_MARK;

    /** Whoever the run grants something; the amounts are those of {@code levy_amount} for the outcome. */
    static final String GRANTED =
            """
            granted as (
                select d.person_id, d.township, d.outcome_id
                from determination d
                where d.benefit_year = :year and d.region = :region and d.county = :county and d.run_id = :run
                    and d.outcome_id in (select outcome_id from levy_amount where usual)
            )
            """;

    /** What is granted against what is marked, a row for each person with the change; needs {@code levy_amount}. */
    private static final String COMPARED =
            """
            marked as (select * from last_mark where change <> 'CANCELLED'),
            compared as (
                select person_id,
                    coalesce(g.township, m.township) as township,
                    case
                        when m.push_id is null then 'ADDED'
                        when g.outcome_id is null then 'CANCELLED'
                        when (a.identity, a.tier, a.premium_fen, a.subsidy_fen, a.collected_fen)
                            is distinct from
                            (m.identity, m.tier, m.premium_fen, m.subsidy_fen, m.collected_fen) then 'CHANGED'
                        else 'UNCHANGED'
                    end as change,
                    coalesce(m.marked_from, :now) as marked_from,
                    coalesce(g.outcome_id, m.outcome_id) as outcome_id,
                    coalesce(a.identity, m.identity) as identity,
                    coalesce(a.paid_as, m.paid_as) as paid_as,
                    coalesce(a.department, m.department) as department,
                    coalesce(a.delivery, m.delivery) as delivery,
                    coalesce(a.tier, m.tier) as tier,
                    coalesce(a.premium_fen, m.premium_fen) as premium_fen,
                    coalesce(a.subsidy_fen, m.subsidy_fen) as subsidy_fen,
                    coalesce(a.payable_fen, m.payable_fen) as payable_fen,
                    coalesce(a.collected_fen, m.collected_fen) as collected_fen
                from (select * from granted
                    where outcome_id in (select outcome_id from levy_amount where usual and identity <> '')) g
                full join marked m using (person_id)
                left join levy_amount a on a.outcome_id = g.outcome_id and a.usual
            )
            """;

    private final JdbcClient jdbc;

    MarkDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many lines of each change. */
    record Counts(int added, int changed, int cancelled, int unchanged) {

        int lines() {
            return added + changed + cancelled + unchanged;
        }
    }

    static Map<String, Object> parameters(String region, Run run, Instant now) {
        return new HashMap<>(Map.of(
                "region", region,
                "county", run.county(),
                "year", run.benefitYear(),
                "run", run.id(),
                "now", Timestamp.from(now)));
    }

    /**
     * Gathers the lines into the transaction's temporary table {@code mark_draft}; needs {@code levy_amount}. Marks are of
     * identities: what is granted to everybody the tax bureau collects by itself.
     */
    Counts gather(String region, Run run, PushKind kind, Instant now) {
        jdbc.sql(ROOM).update();
        jdbc.sql(
                        "create temporary table mark_draft on commit drop as with " + MARKED_LAST + ", " + GRANTED
                                + ", " + COMPARED
                                + """
                        select row_number() over (order by c.township nulls last, p.comparable_name, p.id)::integer
                                as sequence,
                            c.*, p.person_key, p.number_cipher, p.number_tail, p.name,
                            coalesce(t.name, '') as township_name
                        from compared c
                        join person p on p.region = :region and p.id = c.person_id
                        left join division t on t.code = c.township
                        where :full or c.change <> 'UNCHANGED'
                        """)
                .params(parameters(region, run, now))
                .param("full", kind == PushKind.FULL)
                .update();
        return jdbc.sql(
                        """
                        select count(*) filter (where change = 'ADDED') as added,
                            count(*) filter (where change = 'CHANGED') as changed,
                            count(*) filter (where change = 'CANCELLED') as cancelled,
                            count(*) filter (where change = 'UNCHANGED') as unchanged
                        from mark_draft
                        """)
                .query(Counts.class)
                .single();
    }

    /**
     * How many people a push of what is different would name.
     *
     * @param amounts of the run, as {@link AmountsOfRun#asJson} has them
     */
    int different(String region, Run run, String amounts) {
        jdbc.sql(ROOM).update();
        return jdbc.sql(
                        "with " + AmountsOfRun.FROM_JSON + ", " + MARKED_LAST + ", " + GRANTED + ", " + COMPARED
                                + """
                        select count(*) from compared c
                        join person p on p.region = :region and p.id = c.person_id
                        where c.change <> 'UNCHANGED'
                        """)
                .params(parameters(region, run, run.asKnownOn()))
                .param("amounts", amounts)
                .query(Integer.class)
                .single();
    }

    /** Over everything a line says but the number, whose ciphertext changes with the key; the person's id stands for it. */
    String digest() {
        return digest("mark_draft");
    }

    String digestOf(UUID push) {
        return digest("mark_line where push_id = '" + push + "'");
    }

    private String digest(String lines) {
        return jdbc.sql(
                        """
                        select encode(sha256(coalesce(string_agg(sha256(convert_to(concat_ws(e'\\x1f', sequence, change,
                            person_id, number_tail, name, township_name, identity, paid_as, department, delivery, tier,
                            premium_fen, subsidy_fen, payable_fen, collected_fen), 'UTF8')), ''::bytea order by sequence),
                            ''::bytea)), 'hex')
                        from\s"""
                                + lines)
                .query(String.class)
                .single();
    }

    /** Copies lines and amounts into the push for good. */
    void store(UUID push, String region, Run run) {
        jdbc.sql(
                        """
                        insert into mark_amount (push_id, county, outcome_id, tier, usual, premium_fen, subsidy_fen,
                            payable_fen, collected_fen)
                        select :push, :county, outcome_id, tier, usual, premium_fen, subsidy_fen, payable_fen, collected_fen
                        from levy_amount
                        """)
                .param("push", push)
                .param("county", run.county())
                .update();
        int lines = jdbc.sql(
                        """
                        insert into mark_line (push_id, region, county, benefit_year, sequence, person_id, person_key,
                            number_cipher, number_tail, name, township, township_name, outcome_id, identity, paid_as,
                            department, delivery, tier, premium_fen, subsidy_fen, payable_fen, collected_fen, change,
                            marked_from)
                        select :push, :region, :county, :year, sequence, person_id, person_key, number_cipher, number_tail,
                            name, township, township_name, outcome_id, identity, paid_as, department, delivery, tier,
                            premium_fen, subsidy_fen, payable_fen, collected_fen, change, marked_from
                        from mark_draft
                        """)
                .param("push", push)
                .param("region", region)
                .param("county", run.county())
                .param("year", run.benefitYear())
                .update();
        FreshStatistics.of("mark_line", lines, jdbc);
    }
}
