package org.zhubao.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.site.Refusal;

/** Two things at once, in a known order: the first has been done and not been committed when the second begins. */
public final class WhileHeld {

    private final CountySeason season;
    private final TransactionTemplate transaction;

    public WhileHeld(CountySeason season, PlatformTransactionManager transactions) {
        this.season = season;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Both by the county's clerk. The second has to wait for the first, or this never ends.
     *
     * @return status and code of the second's refusal, or {@code done}
     */
    public String answer(Runnable first, Runnable second) {
        return answer(first, () -> refusal(second), 1);
    }

    /**
     * The first by the county's clerk, the second by whomever it is.
     *
     * @param waiting how many have to wait for the first before it is committed
     * @return what the second was told
     */
    public <T> T answer(Runnable first, Supplier<T> second, int waiting) {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        // A thread for each: the common pool may have only one, which the first keeps
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Void> one = CompletableFuture.runAsync(
                    () -> season.clerkDoes(() -> transaction.executeWithoutResult(status -> {
                        first.run();
                        done.countDown();
                        waitFor(goOn);
                    })),
                    clerks);
            CompletableFuture<T> two = CompletableFuture.supplyAsync(
                    () -> {
                        waitFor(done);
                        return second.get();
                    },
                    clerks);
            await().atMost(Duration.ofMinutes(1)).until(() -> one.isDone() || two.isDone() || waiting() >= waiting);
            goOn.countDown();
            one.join();
            return two.join();
        } finally {
            clerks.shutdownNow();
        }
    }

    private String refusal(Runnable work) {
        try {
            season.clerkDoes(work);
            return "done";
        } catch (Refusal refusal) {
            return refusal.status().value() + " " + refusal.code();
        }
    }

    private int waiting() {
        return season.owner()
                .sql(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
                        """)
                .query(Integer.class)
                .single();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
