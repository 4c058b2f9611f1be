package org.zhubao.roster;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhubao.account.SystemWork;
import org.zhubao.division.Scope;

/**
 * The job that reads lists one after the other, whoever else waits. Cut off in the middle it leaves nothing behind and
 * begins anew.
 */
@Configuration(proxyBeanMethods = false)
class RosterReadingJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("roster-reading");

    private static final Logger log = LoggerFactory.getLogger(RosterReadingJob.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final WaitingUploads uploads;
    private final List<RosterFollowUp> followUps;

    RosterReadingJob(WaitingUploads uploads, List<RosterFollowUp> followUps) {
        this.uploads = uploads;
        this.followUps = followUps;
    }

    @Bean
    CustomTask<Void> rosterReadingTask() {
        return Tasks.custom(TASK)
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> read(UUID.fromString(instance.getId())));
    }

    /** Which county a list is of stands in its row; from then on the job sees that county only. */
    private CompletionHandler<Void> read(UUID id) {
        String county = SystemWork.INTAKE.within(Scope.EVERYWHERE, () -> uploads.countyOf(id));
        boolean over = SystemWork.INTAKE.within(new Scope(county), () -> {
            boolean read = uploads.read(id);
            if (read) {
                followUps.forEach(next -> prepare(next, id));
            }
            return read;
        });
        return over ? new OnCompleteRemove<>() : new OnCompleteReschedule<>(FixedDelay.of(BETWEEN_LOOKS));
    }

    private static void prepare(RosterFollowUp next, UUID id) {
        try {
            next.prepare(id);
        } catch (RuntimeException e) {
            log.warn("What follows the reading of the roster {} is left to its acceptance", id, e);
        }
    }
}
