package org.zhubao.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL for the whole test run: embedded, or in a container with {@code -Dzhubao.test.database=container}
 * where a Docker engine answers. It may forget on a crash, so it does not wait for the disk.
 */
final class TestServer {

    /** Enough for a pool in each of the contexts that are kept. */
    private static final String CONNECTIONS = "300";

    /** What PostgreSQL takes by itself; profiles that measure give it what docker-compose.yml does. */
    private static final String MEMORY = System.getProperty("zhubao.test.database-memory", "128MB");

    /** As in docker-compose.yml. */
    private static final String LOG = "4GB";

    private static final String SUPERUSER = "postgres";
    private static final String ADDRESS = start();

    private TestServer() {}

    private static String start() {
        if ("container".equals(System.getProperty("zhubao.test.database"))) {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")
                    .withUsername(SUPERUSER)
                    .withPassword("test")
                    .withCommand("postgres", "-c", "max_connections=" + CONNECTIONS);
            container.start();
            return container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", CONNECTIONS)
                    .setServerConfig("shared_buffers", MEMORY)
                    .setServerConfig("max_wal_size", LOG)
                    .setDataDirectory(folder())
                    .setRegisterShutdownHook(false)
                    .start();
            // After the contexts are closed: what they still ask while they end would wait for a server that is gone
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            return "localhost:" + server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By a name without long digits: the server's log tells it, and {@link NumberWatch} reads that. */
    private static File folder() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "pg-" + UUID.randomUUID());
        return Files.createDirectories(folder).toFile();
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url(String database) {
        return "jdbc:postgresql://" + ADDRESS + "/" + database;
    }

    static JdbcClient superuser(String database) {
        return as(SUPERUSER, database);
    }

    static Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, "test");
    }

    static JdbcClient as(String role, String database) {
        return JdbcClient.create(new DriverManagerDataSource(url(database), role, "test"));
    }
}
