package org.zhubao.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What the application is doing in the database, as its administrator sees it. */
public record SessionsAtWork(DatabaseBehindTheWalls database) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String AT_WORK =
            " from pg_stat_activity where datname = current_database() and usename = 'zhubao_app' and xact_start is not null";

    /** Waits until work has reached the database, or is over already. */
    public void awaitAnyOr(BooleanSupplier over) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> over.getAsBoolean() || atWork() > 0);
    }

    /** What a killed server was doing ends when the database notices; and a database that was hit comes back. */
    public void awaitNone() {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> atWork() == 0);
    }

    private long atWork() {
        return database.sql().sql("select count(*)" + AT_WORK).query(Long.class).single();
    }

    /**
     * Kills the process of the session that has been at work for longest, as {@code kill -9} does. The database then ends
     * all others and begins anew from what it has written.
     *
     * @return whether there was one
     */
    public boolean killOne() {
        Optional<Long> session = database.sql()
                .sql("select pid" + AT_WORK + " order by xact_start limit 1")
                .query(Long.class)
                .optional();
        // In a container the number is not one of this machine's
        return session.flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }
}
