package org.zhubao.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.zhubao.protection.MasterKeyFile;

/**
 * One PostgreSQL for the whole test run: embedded, or in a container with {@code -Dzhubao.test.database=container}
 * where a Docker engine answers. It may forget on a crash, so it does not wait for the disk.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final String SERVER = start();

    private static String start() {
        new MasterKeyFile(Path.of("target/test-key")).createIfMissing();
        if ("container".equals(System.getProperty("zhubao.test.database"))) {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
            container.start();
            return container.getJdbcUrl() + "&user=" + container.getUsername() + "&password=" + container.getPassword();
        }
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .start()
                    .getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test that needs a database of its own names it with the property {@code zhubao.test.own-database}. */
    @Bean
    JdbcConnectionDetails testConnectionDetails(@Value("${zhubao.test.own-database:}") String own) {
        if (!own.isEmpty()) {
            JdbcClient.create(new DriverManagerDataSource(SERVER))
                    .sql("create database " + own)
                    .update();
        }
        String url = own.isEmpty() ? SERVER : SERVER.replaceFirst("/[^/?]+\\?", "/" + own + "?");
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "test";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    @Bean
    @Primary
    SettableClock testClock() {
        return new SettableClock(Instant.parse("2024-12-20T02:00:00Z"));
    }
}
