package org.zhubao.support;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classesOfTheApplication(),
                "org.zhubao.Application",
                "--server.port=" + port,
                "--spring.main.lazy-initialization=true",
                "--spring.datasource.url=" + TestServer.url(database.name()),
                "--spring.datasource.username=zhubao_app",
                "--spring.datasource.password=test",
                "--spring.flyway.user=" + TestDatabase.OWNER,
                "--spring.flyway.password=test",
                "--zhubao.key-file=" + TestFolder.KEY,
                "--zhubao.rate-limit.upload=100000",
                // What the killed one was reading is taken up soon
                "--db-scheduler.polling-interval=200ms",
                "--db-scheduler.heartbeat-interval=500ms");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new KillableOffice(port, builder.start()).ready();
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

    public int port() {
        return port;
    }

    /** As {@code kill -9} does, to this one process; comes back when it is gone. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Without the tests, whose configuration would be taken for the application's. */
    private static String classesOfTheApplication() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> entries = Arrays.asList(path.split(File.pathSeparator));
        return entries.stream()
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
