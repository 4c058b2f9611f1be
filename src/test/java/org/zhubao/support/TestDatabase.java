package org.zhubao.support;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.zhubao.protection.MasterKeyFile;

/**
 * The application's database in tests, divided as in production: one role owns the tables, another one, which owns
 * nothing, is what the application connects as.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    static final String OWNER = "zhubao_owner";
    private static final String APPLICATION = "zhubao_app";

    /** By profiles that do the same to the same few people many times. */
    private static final boolean PLANS_KEPT = Boolean.getBoolean("zhubao.test.plans-kept");

    static {
        new MasterKeyFile(TestFolder.KEY).createIfMissing();
        TestServer.superuser("postgres")
                .sql("create role " + OWNER + " login password 'test'")
                .update();
        TestServer.superuser("postgres")
                .sql("create role " + APPLICATION + " login password 'test'")
                .update();
        create("zhubao");
    }

    private static void create(String database) {
        TestServer.superuser("postgres")
                .sql("create database " + database + " owner " + OWNER)
                .update();
    }

    /** Creates a database as it was when that migration was the last one. */
    public static DatabaseBehindTheWalls asOf(String migration) {
        String name = "as_of_" + migration;
        create(name);
        migrate(new DatabaseBehindTheWalls(name), migration);
        return new DatabaseBehindTheWalls(name);
    }

    /** Brings it on to that migration, as the owner of its tables. */
    public static void migrate(DatabaseBehindTheWalls database, String migration) {
        Flyway.configure()
                .dataSource(TestServer.url(database.name()), OWNER, "test")
                .target(migration)
                .load()
                .migrate();
    }

    /** The name of the database. A test that needs one of its own gives it by {@code zhubao.test.own-database}. */
    @Bean
    DatabaseBehindTheWalls testDatabaseName(@Value("${zhubao.test.own-database:}") String own) {
        if (own.isEmpty()) {
            return new DatabaseBehindTheWalls("zhubao");
        }
        create(own);
        return new DatabaseBehindTheWalls(own);
    }

    @Bean
    JdbcConnectionDetails testConnectionDetails(DatabaseBehindTheWalls database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return APPLICATION;
            }

            @Override
            public String getPassword() {
                return "test";
            }

            @Override
            public String getJdbcUrl() {
                return TestServer.url(database.name()) + (PLANS_KEPT ? KeptTables.AND_PLANS : "");
            }
        };
    }

    @Bean
    static BeanPostProcessor tablesKept() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return PLANS_KEPT && bean instanceof DataSource pool ? new KeptTables(pool) : bean;
            }
        };
    }

    @Bean
    FlywayConnectionDetails testOwnerConnectionDetails(DatabaseBehindTheWalls database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return OWNER;
            }

            @Override
            public String getPassword() {
                return "test";
            }

            @Override
            public String getJdbcUrl() {
                return TestServer.url(database.name());
            }
        };
    }

    @Bean
    @Primary
    SettableClock testClock() {
        return new SettableClock(SettableClock.START);
    }
}
