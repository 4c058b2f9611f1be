package org.zhubao.determination;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.account.SystemWork;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterTurns;

/** The job that carries out a run. Cut off in the middle it leaves nothing behind and is taken up again. */
@Configuration(proxyBeanMethods = false)
class DeterminationJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("determination-run");

    private static final Logger log = LoggerFactory.getLogger(DeterminationJob.class);

    private final DeterminationRuns runs;
    private final DeterminingProfiles determining;
    private final RosterTurns turns;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeterminationJob(
            DeterminationRuns runs,
            DeterminingProfiles determining,
            RosterTurns turns,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.determining = determining;
        this.turns = turns;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.events = events;
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> determinationTask() {
        return Tasks.oneTime(TASK).execute((instance, context) -> run(UUID.fromString(instance.getId())));
    }

    /** Which county a run is of stands in its row; from then on the job sees that county only. */
    private void run(UUID id) {
        Run run = SystemWork.DETERMINATION.within(
                Scope.EVERYWHERE,
                () -> apart.execute(status -> runs.findById(id).orElseThrow().toRun()));
        if (!run.status().isOver()) {
            SystemWork.DETERMINATION.within(new Scope(run.county()), () -> {
                carryOut(run);
                tell(id);
            });
        }
    }

    private void carryOut(Run run) {
        UUID id = run.id();
        try {
            apart.executeWithoutResult(status -> turns.awaitAll(run.county(), run.benefitYear()));
            RunResult result = transaction.execute(
                    status -> determining.determine(run, (done, total) -> note(id, r -> r.running(done, total))));
            note(id, r -> r.finished(result, clock.instant()));
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("[{}] The determination run {} failed", reference, id, e);
            note(id, r -> r.failed(reference, clock.instant()));
        }
    }

    private void tell(UUID id) {
        Run run = apart.execute(status -> runs.findById(id).orElseThrow().toRun());
        if (run.status() == RunStatus.FINISHED) {
            events.publishEvent(new RunFinished(run));
        }
    }

    private void note(UUID id, Consumer<DeterminationRun> progress) {
        apart.executeWithoutResult(status -> progress.accept(runs.findById(id).orElseThrow()));
    }
}
