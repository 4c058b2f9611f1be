package org.zhubao.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.Run;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.AfterPayment;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Money;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Trace;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever paid as they had been marked, and was determined otherwise afterwards: where the notice says that nothing is
 * topped up or refunded, what was paid stays, and the funds bear what they would have borne then. Where it says something
 * else, or nothing, the mismatch keeps its name. Works on {@code reconciliation_draft} and {@code levy_share}.
 */
@Repository
class ChangesAfterPayment {

    /** By what each of these people had been marked when they paid; no run where they were not recognised by then. */
    private static final String PAID_BY =
            """
            create temporary table paid_by on commit drop as
            with changed as materialized (
                select person_key, person_id, outcome_id, tier, cause, paid_on, subsidised_fen, paid_fen
                from reconciliation_draft
                where recognised
                    and cause in ('WRONG_AMOUNT', 'WRONG_TIER', 'LATE_RECOGNITION', 'PAID_IN_FULL_BEFORE_MARK')
            )
            select n.person_key, n.outcome_id, e.run_id, e.outcome_id as paid_outcome, e.tier, e.subsidy_fen
            from changed n
            join lateral (
                select p.run_id, l.outcome_id, l.tier, l.subsidy_fen, l.premium_fen, l.change,
                    l.premium_fen - l.collected_fen as expected_fen
                from mark_line l
                join mark_push p on p.id = l.push_id
                where l.region = :region and l.benefit_year = :year and l.county = :county and l.person_id = n.person_id
                    and (p.pushed_at at time zone :zone)::date <= n.paid_on
                    and not exists (
                        select from mark_refusal r
                        where r.push_id = l.push_id and r.sequence = l.sequence and r.known_to is null)
                order by p.number desc limit 1
            ) e on e.change <> 'CANCELLED' and e.expected_fen = n.subsidised_fen and e.premium_fen = n.paid_fen
            where n.cause in ('WRONG_AMOUNT', 'WRONG_TIER')
            union all
            select n.person_key, n.outcome_id, null, null, n.tier, 0
            from changed n
            where n.cause in ('LATE_RECOGNITION', 'PAID_IN_FULL_BEFORE_MARK')
                and not exists (
                    select from identity_claim c
                    where c.region = :region and c.person_id = n.person_id and c.benefit_year = :year
                        and c.county = :county
                        and coalesce(c.recognised_on, (c.known_from at time zone :zone)::date) <= n.paid_on)
            """;

    private static final String KEPT =
            """
            update reconciliation_draft n set cause = 'KEPT_AFTER_PAYMENT', owner = '', due_fen = 0,
                chargeable = b.run_id is not null, subsidy_fen = b.subsidy_fen,
                tier = b.tier, paid_run = b.run_id, paid_outcome = b.paid_outcome
            from paid_by b
            where b.person_key = n.person_key and b.outcome_id = :outcome and b.run_id is not distinct from :run
                and b.paid_outcome is not distinct from :paid
            """;

    /** What the funds bear of it is what they bore of the earlier outcome. */
    private static final String SHARES =
            """
            insert into levy_share
            select distinct b.outcome_id, b.tier, s.fund, s.amount_fen, b.run_id, b.paid_outcome
            from paid_by b join outcome_share s on s.run_id = b.run_id and s.outcome_id = b.paid_outcome
            where b.outcome_id = :outcome and b.run_id = :run and b.paid_outcome = :paid
            """;

    private final PolicyArchive archive;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ChangesAfterPayment(PolicyArchive archive, JdbcClient jdbc, JsonMapper json) {
        this.archive = archive;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** People who were determined the same way, then and now. */
    private record Change(int outcome, Optional<UUID> run, Optional<Integer> paid) {

        Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("outcome", outcome);
            parameters.put("run", new SqlParameterValue(Types.OTHER, run.orElse(null)));
            parameters.put("paid", new SqlParameterValue(Types.INTEGER, paid.orElse(null)));
            return parameters;
        }
    }

    /** @param parameters region, county, year, zone */
    void weigh(Run run, Map<String, Object> parameters) {
        if (jdbc.sql(PAID_BY).params(parameters).update() == 0) {
            return;
        }
        Policy policy = archive.find(run.policyDigest(), run.benefitYear())
                .orElseThrow()
                .policy();
        for (Change change : changes()) {
            if (isKept(policy, run, change)) {
                jdbc.sql(KEPT).params(change.parameters()).update();
                jdbc.sql(SHARES).params(change.parameters()).update();
            }
        }
    }

    private List<Change> changes() {
        return jdbc.sql("select distinct outcome_id, run_id, paid_outcome from paid_by order by 1, 2, 3")
                .query((row, n) -> new Change(
                        row.getInt("outcome_id"),
                        Optional.ofNullable(row.getObject("run_id", UUID.class)),
                        Optional.ofNullable(row.getObject("paid_outcome", Integer.class))))
                .list();
    }

    private boolean isKept(Policy policy, Run run, Change change) {
        Determination paidBy = change.run().isEmpty()
                ? new Refused(Reason.HOLDS_NOTHING, "", Money.ZERO, Trace.NONE)
                : determination(change.run().get(), change.paid().orElseThrow(), run.benefitYear())
                        .orElse(null);
        Determination now =
                determination(run.id(), change.outcome(), run.benefitYear()).orElse(null);
        return paidBy != null
                && now != null
                && policy.change(paidBy, now)
                        .filter(c -> c.handling() == AfterPayment.Handling.NEITHER)
                        .isPresent();
    }

    /** Empty where a person decided otherwise than the policy does: then nothing of this is asked. */
    private Optional<Determination> determination(UUID run, int outcome, int benefitYear) {
        return jdbc.sql("select r.policy_digest, o.facts, o.subsidy_fen from outcome o"
                        + " join determination_run r on r.id = o.run_id where o.run_id = ? and o.id = ?")
                .params(run, outcome)
                .query((row, n) -> determined(row, benefitYear))
                .single();
    }

    private Optional<Determination> determined(ResultSet row, int benefitYear) throws SQLException {
        Facts facts = json.readValue(row.getString("facts"), Facts.class);
        long subsidyFen = row.getLong("subsidy_fen");
        return archive.find(row.getString("policy_digest"), benefitYear)
                .map(published -> published.policy().determine(facts))
                .filter(d -> d instanceof Granted granted && granted.subsidy().fen() == subsidyFen);
    }
}
