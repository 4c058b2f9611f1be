package org.zhubao.levy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.determination.Run;
import org.zhubao.division.Division;
import org.zhubao.review.FindingItems;
import org.zhubao.site.FreshStatistics;
import org.zhubao.site.Refusal;

/** Compares, for a county and year, who is recognised, marked, has paid and was subsidised, and freezes what it finds. */
@Service
public class Reconciling {

    private static final String COLUMNS =
            """
            person_key, person_id, number_cipher, number_tail, name, township, township_name, identity, paid_as,
            department, owner, delivery, outcome_id, tier, recognised, marked_from, marked_to, payments, paid_on,
            died_on, cause, chargeable, subsidy_fen, paid_fen, subsidised_fen, due_fen,
            paid_run, paid_outcome""";

    private final PublishedRuns runs;
    private final PaidLikeEverybody everybody;
    private final AmountsOfRun amounts;
    private final FourFacts facts;
    private final ChangesAfterPayment changes;
    private final FindingItems finding;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reconciling(
            PublishedRuns runs,
            PaidLikeEverybody everybody,
            AmountsOfRun amounts,
            FourFacts facts,
            ChangesAfterPayment changes,
            FindingItems finding,
            AuditTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.runs = runs;
        this.everybody = everybody;
        this.amounts = amounts;
        this.facts = facts;
        this.changes = changes;
        this.finding = finding;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whom payments state by what the notice says now enters the register first, for the next run to know. What it
     * leaves to a person is a matter of the review from then on.
     *
     * @return the id of the reconciliation
     * @throws Refusal when there is no published run, or another reconciliation of the county is under way
     */
    @Transactional
    public UUID reconcile(Division county, int benefitYear, String by) {
        alone(county.code(), benefitYear);
        Run run = runs.of(county.code(), benefitYear);
        everybody.receiveAll(county.code(), benefitYear);
        Instant now = clock.instant();
        amounts.gather(run);
        Map<String, Object> parameters = MarkDrafts.parameters(county.region(), run, now);
        int people = facts.gather(parameters, LocalDate.of(benefitYear, 1, 1), clock.getZone());
        parameters.put("zone", clock.getZone().getId());
        changes.weigh(run, parameters);
        UUID id = UUID.randomUUID();
        store(id, county, run, by, now);
        finding.findIfDetermined(new Workplace(county, benefitYear));
        trail.record(AuditEvent.of(Action.RECONCILED, county.code(), "reconciliation " + id)
                .by(by)
                .with("benefitYear", benefitYear)
                .with("people", people));
        return id;
    }

    private void store(UUID id, Division county, Run run, String by, Instant now) {
        jdbc.sql(
                        """
                        insert into reconciliation (id, region, county, benefit_year, run_id, people, reconciled_by,
                            reconciled_at)
                        select ?, ?, ?, ?, ?, count(*), ?, ? from reconciliation_draft
                        """)
                .params(id, county.region(), county.code(), run.benefitYear(), run.id(), by, Timestamp.from(now))
                .update();
        jdbc.sql(
                        """
                        insert into reconciliation_share (reconciliation_id, county, outcome_id, tier, fund, paid_run,
                            paid_outcome, amount_fen)
                        select ?, ?, outcome_id, tier, fund, paid_run, paid_outcome, sum(amount_fen)
                        from levy_share group by 3, 4, 5, 6, 7
                        """)
                .params(id, county.code())
                .update();
        int lines = jdbc.sql("insert into reconciliation_line (reconciliation_id, region, county, benefit_year, "
                        + COLUMNS + ") select ?, ?, ?, ?, " + COLUMNS + " from reconciliation_draft")
                .params(id, county.region(), county.code(), run.benefitYear())
                .update();
        FreshStatistics.of("reconciliation_line", lines, jdbc);
    }

    private void alone(String county, int benefitYear) {
        boolean free = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('reconciliation' || ? || ?))")
                .params(county, benefitYear)
                .query(Boolean.class)
                .single();
        if (!free) {
            throw Refusal.overtaken("levy.reconciliation-under-way");
        }
    }
}
