package org.zhubao.keys;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.protection.MasterKey;
import org.zhubao.protection.MasterKeyFile;

/**
 * The command {@code java -jar zhubao.jar rotate-key}: reads the key file and the new one, which it makes when there is
 * none, and encrypts the data anew. It has the application's settings, works as the owner of the tables and starts
 * nothing else.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
public class RotateKey implements ApplicationRunner {

    public static final String COMMAND = "rotate-key";

    private static final Logger log = LoggerFactory.getLogger(RotateKey.class);

    private final DataSource owner;
    private final MasterKeyFile present;
    private final MasterKeyFile next;

    RotateKey(Flyway flyway, @Value("${zhubao.key-file}") Path present, @Value("${zhubao.new-key-file}") Path next) {
        this.owner = flyway.getConfiguration().getDataSource();
        this.present = new MasterKeyFile(present);
        this.next = new MasterKeyFile(next);
    }

    public static void main(String... arguments) {
        new SpringApplicationBuilder(RotateKey.class)
                .web(WebApplicationType.NONE)
                .run(arguments)
                .close();
    }

    /** @throws IllegalStateException while the application works with the database */
    @Override
    public void run(ApplicationArguments arguments) {
        requireNobodyAtWork();
        MasterKey from = present.read();
        MasterKey to = next.createIfMissing(from.version() + 1).read();
        new KeyRotation(owner, from, to).run();
        log.info(
                "The data are encrypted under version {} of the key. Put {} in the place of {} and start the application;"
                        + " keep the old key with the old backups.",
                to.version(),
                next.path(),
                present.path());
    }

    private void requireNobodyAtWork() {
        boolean atWork = JdbcClient.create(owner)
                .sql(
                        """
                        select exists (select from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
                            where r.rolname = 'zhubao_app' and a.datname = current_database())
                        """)
                .query(Boolean.class)
                .single();
        if (atWork) {
            throw new IllegalStateException("Stop the application first: it would store values under the old key");
        }
    }
}
