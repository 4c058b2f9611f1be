package org.zhubao.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of the demo's own, in a directory that stays. It writes through to the disk as a real server does, so
 * that a killed process loses nothing.
 */
final class EmbeddedDatabase implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    /** Who makes and upgrades the tables. */
    static final String OWNER = "postgres";
    /** Who the application connects as; it owns nothing. */
    static final String APPLICATION = "zhubao_app";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts the server on its directory below {@code home}. A server that an earlier, killed process left running is
     * stopped first; a directory whose very first set-up was interrupted holds nothing yet and is made again.
     */
    static EmbeddedDatabase start(Path home) {
        Path data = home.resolve("postgres");
        Path complete = home.resolve("postgres-is-set-up");
        try {
            Files.createDirectories(home);
            stopOrphan(data);
            if (Files.notExists(complete)) {
                FileSystemUtils.deleteRecursively(data);
            }
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            home.resolve("postgres-binaries").toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "50")
                    .setPGStartupWait(PATIENCE)
                    .start();
            if (Files.notExists(complete)) {
                Files.createFile(complete);
            }
            EmbeddedDatabase database = new EmbeddedDatabase(postgres);
            database.createApplicationRole();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL below " + home + " did not start", e);
        }
    }

    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(EmbeddedDatabase::isPostgres);
        if (orphan.isPresent()) {
            log.info("An earlier run was cut off and left its PostgreSQL running; stopping that first.");
            stop(orphan.get());
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .map(Path::getFileName)
                .filter(name -> name.toString().startsWith("postgres"))
                .isPresent();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    private void createApplicationRole() {
        JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
        if (jdbc.sql("select from pg_roles where rolname = ?")
                .param(APPLICATION)
                .query()
                .listOfRows()
                .isEmpty()) {
            jdbc.sql("create role " + APPLICATION + " login").update();
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
