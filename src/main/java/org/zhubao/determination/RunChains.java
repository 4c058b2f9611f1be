package org.zhubao.determination;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.rules.Policy;
import org.zhubao.site.FreshStatistics;

/**
 * How runs go on from one another. A full run stores everybody; one that goes on stores only those whom it determined
 * otherwise than the run before, so that it takes as long as what has changed.
 */
@Repository
class RunChains {

    /** Beyond this part of everybody a full run is as quick. */
    private static final int WORTH_IT = 5;

    /** Stores rows and tells how many and their digest. What is hashed is hashed once: materialised, and by the offset. */
    private static final String STORED =
            """
            with stored as (%s returning person_id, outcome_id)%s,
            said as materialized (
                select o.id, sha256(convert_to(concat_ws('|', o.outcome, o.reason, o.standard, o.identity,
                    o.paid_as, o.premium_fen, o.subsidy_fen, o.payable_fen, o.clause,
                    (select string_agg(s.fund || ' ' || s.amount_fen, ',' order by s.position)
                        from outcome_share s where s.run_id = o.run_id and s.outcome_id = o.id)), 'UTF8')) as hash
                from outcome o where o.run_id = :run
            )
            select count(*) as persons, coalesce(bit_xor(substring(h.hash for 8)::bigint), 0) as high,
                coalesce(bit_xor(substring(h.hash from 9 for 8)::bigint), 0) as low
            from (
                select sha256(uuid_send(stored.person_id) || said.hash) as hash
                from stored join said on said.id = stored.outcome_id
                offset 0) h
            """;

    private static final String EVERYBODY =
            """
            insert into determined (benefit_year, region, county, chain, person_id, outcome_id, township)
            select :year, region, :county, :chain, person_id, outcome_id, township from person_facts
            """;

    private static final String NO_LONGER =
            """
            update determined d set until_place = :place
            where d.benefit_year = :year and d.chain = :chain and d.until_place is null
                and (d.region, d.person_id) in (select region, person_id from changed_person)
                and not exists (select from person_facts f
                    where f.region = d.region and f.person_id = d.person_id
                        and f.outcome_id = d.outcome_id and f.township is not distinct from d.township)
            """;

    private static final String REMEMBERED = ", ended as (insert into ended_person select person_id from stored)";

    /** Of those whose rows have just ended nobody has to be looked up once more. */
    private static final String FROM_NOW_ON =
            """
            insert into determined (benefit_year, region, county, chain, person_id, outcome_id, township, from_place)
            select :year, f.region, :county, :chain, f.person_id, f.outcome_id, f.township, :place
            from (
                select f.* from person_facts f join ended_person using (person_id)
                union all
                select f.* from person_facts f
                where not exists (select from ended_person e where e.person_id = f.person_id)
                    and not exists (select from determined d
                        where d.benefit_year = :year and d.region = f.region and d.chain = :chain
                            and d.person_id = f.person_id and d.until_place is null)) f
            """;

    private final ChangedPeople changed;
    private final PaymentDays payments;
    private final OverriddenPeople overridden;
    private final JdbcClient jdbc;

    RunChains(ChangedPeople changed, PaymentDays payments, OverriddenPeople overridden, JdbcClient jdbc) {
        this.changed = changed;
        this.payments = payments;
        this.overridden = overridden;
        this.jdbc = jdbc;
    }

    /**
     * A run to go on from.
     *
     * @param place how many runs of its chain are before it
     * @param changed whom to look at anew
     */
    record Before(UUID run, UUID chain, int place, Instant asKnownOn, int persons, RunDigest digest, int changed) {

        Before changing(int people) {
            return new Before(run, chain, place, asKnownOn, persons, digest, people);
        }
    }

    /**
     * The newest run by the same policy that nobody has gone on from, with those who changed since in the temporary table
     * {@code changed_person}; empty where there is none, nobody wants
     * it, or so many have changed that everybody is looked at anew.
     */
    Optional<Before> before(Run run, Policy policy) {
        return run.everybody() ? Optional.empty() : newest(run, policy);
    }

    private Optional<Before> newest(Run run, Policy policy) {
        return jdbc.sql(
                        """
                        select p.run_id, p.chain, p.place, r.as_known_on, r.persons_total, r.digest
                        from run_place p join determination_run r on r.id = p.run_id
                        where r.county = ? and r.benefit_year = ? and r.policy_digest = ? and r.as_known_on <= ?
                            and r.status = 'FINISHED' and r.digest is not null
                            and not exists (select from run_place n where n.chain = p.chain and n.place > p.place)
                        order by r.as_known_on desc, r.started_at desc limit 1
                        """)
                .params(run.county(), run.benefitYear(), run.policyDigest(), Timestamp.from(run.asKnownOn()))
                .query((row, n) -> new Before(
                        row.getObject("run_id", UUID.class),
                        row.getObject("chain", UUID.class),
                        row.getInt("place"),
                        row.getTimestamp("as_known_on").toInstant(),
                        row.getInt("persons_total"),
                        RunDigest.parse(row.getString("digest")),
                        0))
                .optional()
                .map(before -> before.changing(gather(run, policy, before)))
                .filter(before -> before.changed() * WORTH_IT <= before.persons());
    }

    private int gather(Run run, Policy policy, Before before) {
        int learned = changed.gather(run.county(), run.benefitYear(), before.asKnownOn(), run.asKnownOn());
        if (Grain.asksForPayment(policy)) {
            learned += changed.add(
                    run.county(),
                    payments.learned(run.county(), run.benefitYear(), before.asKnownOn(), run.asKnownOn()));
        }
        return learned + changed.add(run.county(), overridden.changed(run, before.run()));
    }

    /**
     * Gives a run all outcomes of the one before, under the same numbers.
     *
     * @return the highest of them
     */
    int takeOver(Run run, Before before) {
        Map<String, Object> runs = Map.of("run", run.id(), "before", before.run());
        jdbc.sql(
                        """
                        insert into outcome (run_id, id, county, benefit_year, outcome, reason, standard, identity, paid_as,
                            premium_fen, subsidy_fen, payable_fen, clause, facts, trace, override_id, alike)
                        select :run, id, county, benefit_year, outcome, reason, standard, identity, paid_as,
                            premium_fen, subsidy_fen, payable_fen, clause, facts, trace, override_id, alike
                        from outcome where run_id = :before
                        """)
                .params(runs)
                .update();
        jdbc.sql(
                        """
                        insert into outcome_share (run_id, outcome_id, county, position, fund, amount_fen)
                        select :run, outcome_id, county, position, fund, amount_fen
                        from outcome_share where run_id = :before
                        """)
                .params(runs)
                .update();
        return jdbc.sql("select coalesce(max(id), 0) from outcome where run_id = :run")
                .params(runs)
                .query(Integer.class)
                .single();
    }

    /** Stores a full run's people as {@link FactsOfPeople#TABLE} has them. */
    RunResult begin(Run run) {
        place(run, run.id(), 0);
        Stored everybody = store(STORED.formatted(EVERYBODY, ""), run, run.id(), 0);
        FreshStatistics.of("determined, outcome", everybody.persons(), jdbc);
        return new RunResult(everybody.persons(), null, everybody.digest());
    }

    /** Stores whoever of the changed people is determined otherwise now. */
    RunResult goOn(Run run, Before before) {
        int place = before.place() + 1;
        place(run, before.chain(), place);
        // Somebody may have gone on before in the same transaction
        jdbc.sql("drop table if exists ended_person").update();
        jdbc.sql("create temporary table ended_person (person_id uuid) on commit drop")
                .update();
        Stored ended = store(STORED.formatted(NO_LONGER, REMEMBERED), run, before.chain(), place);
        FreshStatistics.of("ended_person", ended.persons(), jdbc);
        Stored begun = store(STORED.formatted(FROM_NOW_ON, ""), run, before.chain(), place);
        return new RunResult(
                before.persons() - ended.persons() + begun.persons(),
                before.changed(),
                before.digest().with(ended.digest()).with(begun.digest()));
    }

    /** Rows of {@code determined} that a statement has changed. */
    private record Stored(int persons, RunDigest digest) {}

    private Stored store(String statement, Run run, UUID chain, int place) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run", run.id());
        parameters.put("year", run.benefitYear());
        parameters.put("county", run.county());
        parameters.put("chain", chain);
        parameters.put("place", place);
        return jdbc.sql(statement)
                .params(parameters)
                .query((row, n) ->
                        new Stored(row.getInt("persons"), new RunDigest(row.getLong("high"), row.getLong("low"))))
                .single();
    }

    private void place(Run run, UUID chain, int place) {
        jdbc.sql("insert into run_place (run_id, county, benefit_year, chain, place) values (?, ?, ?, ?, ?)")
                .params(run.id(), run.county(), run.benefitYear(), chain, place)
                .update();
    }
}
