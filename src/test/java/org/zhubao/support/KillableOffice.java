package org.zhubao.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The application in a process of its own, on the database of a test, to be killed without warning. */
public final class KillableOffice implements AutoCloseable {

    private static final Duration START_UP = Duration.ofMinutes(3);

    private final int port;
    private final Process process;

    private KillableOffice(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** @param log where its output goes */
    public static KillableOffice start(DatabaseBehindTheWalls database, Path log) {
        if (!PackedProgram.isKnown()) {
            begin(database, log).ready().end();
        }
        return begin(database, log).ready();
    }

    private static KillableOffice begin(DatabaseBehindTheWalls database, Path log) {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(PackedProgram.options());
        command.addAll(List.of(
                "org.zhubao.Application",
                "--server.port=" + port,
                "--spring.main.lazy-initialization=true",
                "--spring.datasource.url=" + TestServer.url(database.name()),
                "--spring.datasource.username=zhubao_app",
                "--spring.datasource.password=test",
                // The test has done that
                "--spring.flyway.enabled=false",
                "--springdoc.api-docs.enabled=false",
                "--zhubao.key-file=" + TestFolder.KEY,
                "--zhubao.rate-limit.upload=100000",
                // What the killed one was reading is taken up soon
                "--db-scheduler.polling-interval=200ms",
                "--db-scheduler.heartbeat-interval=500ms"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new KillableOffice(port, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KillableOffice ready() {
        try {
            awaitReady();
            return this;
        } catch (RuntimeException e) {
            kill();
            throw e;
        }
    }

    private void awaitReady() {
        await().atMost(START_UP).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the office did not start");
            }
            return answers();
        });
    }

    private boolean answers() {
        try {
            HttpURLConnection page = (HttpURLConnection) URI.create("http://localhost:" + port + "/api/v1/rosters")
                    .toURL()
                    .openConnection();
            return page.getResponseCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int port() {
        return port;
    }

    /** As {@code kill -9} does, to this one process; comes back when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to stop; comes back when it has. */
    private void end() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
