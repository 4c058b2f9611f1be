package org.zhubao.settlement;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.site.Refusal;

/** Finds what sheets are drafted from: the published run, and where payments have come the reconciliation of that run. */
@Component
class Bases {

    private final DeterminingSubsidies determining;
    private final JdbcClient jdbc;

    Bases(DeterminingSubsidies determining, JdbcClient jdbc) {
        this.determining = determining;
        this.jdbc = jdbc;
    }

    /** Empty before a run is published, and while payments wait to be reconciled. */
    Optional<Basis> find(String county, int benefitYear) {
        return determining.published(county, benefitYear).flatMap(this::of);
    }

    /** Whether payments have come that nobody has reconciled with that run. */
    boolean waitsForReconciliation(String county, int benefitYear) {
        return determining
                .published(county, benefitYear)
                .map(run -> of(run).isEmpty())
                .orElse(false);
    }

    /** @throws Refusal when there is none */
    Basis get(String county, int benefitYear) {
        Run run = determining.published(county, benefitYear).orElseThrow(() -> new Refusal("settlement.no-run"));
        return of(run).orElseThrow(() -> new Refusal("settlement.reconcile-first"));
    }

    private Optional<Basis> of(Run run) {
        if (!hasPayments(run)) {
            return Optional.of(new Basis(run, null));
        }
        return jdbc.sql(
                        """
                        select r.id from reconciliation r
                        where r.county = :county and r.benefit_year = :year and r.run_id = :run
                            and not exists (
                                select from roster_batch b
                                where b.county = r.county and b.benefit_year = r.benefit_year
                                    and b.kind in ('PAYMENTS', 'ENROLMENT_STATUS')
                                    and b.status in ('ACCEPTED', 'WITHDRAWN')
                                    and (b.decided_at > r.reconciled_at or b.withdrawn_at > r.reconciled_at))
                        order by r.reconciled_at desc limit 1
                        """)
                .param("county", run.county())
                .param("year", run.benefitYear())
                .param("run", run.id())
                .query(UUID.class)
                .optional()
                .map(reconciliation -> new Basis(run, reconciliation));
    }

    private boolean hasPayments(Run run) {
        return jdbc.sql(
                        """
                        select exists (
                            select from roster_batch
                            where county = ? and benefit_year = ? and kind = 'PAYMENTS' and status = 'ACCEPTED')
                        """)
                .params(run.county(), run.benefitYear())
                .query(Boolean.class)
                .single();
    }
}
