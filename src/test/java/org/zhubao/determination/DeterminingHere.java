package org.zhubao.determination;

import java.time.Clock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.division.Division;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;

/** Determines at once and in the caller's transaction, which can be taken back, what the product leaves to a job. */
@TestComponent
public class DeterminingHere {

    private final DeterminationRuns runs;
    private final DeterminingProfiles profiles;
    private final PolicyCatalog policies;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeterminingHere(
            DeterminationRuns runs,
            DeterminingProfiles profiles,
            PolicyCatalog policies,
            JdbcClient jdbc,
            Clock clock) {
        this.runs = runs;
        this.profiles = profiles;
        this.policies = policies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the run, finished and not published */
    public Run run(Division county, int benefitYear, RunRequest wanted) {
        PublishedPolicy policy =
                policies.find(county.code(), benefitYear, wanted.asKnownOn()).orElseThrow();
        DeterminationRun run = runs.saveAndFlush(
                new DeterminationRun(county.code(), benefitYear, policy, wanted, "lot", clock.instant()));
        // Left by a run before, which in the product is another transaction
        jdbc.sql("drop table if exists " + FactsOfPeople.TABLE).update();
        run.finished(profiles.determine(run.toRun(), (done, total) -> {}), clock.instant());
        return runs.saveAndFlush(run).toRun();
    }
}
