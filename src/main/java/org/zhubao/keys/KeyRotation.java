package org.zhubao.keys;

import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.protection.MasterKey;
import org.zhubao.protection.Vault;

/**
 * Encrypts everything anew under another key, while the application is stopped. The version before each value says
 * under which key it is, so a change that was cut off goes on where it stopped. A person's key, being a hash keyed by
 * the master key, is computed anew from the number beside it.
 */
public final class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KnownKeys keys;
    private final Vault from;
    private final Vault to;
    private final Runnable afterEachBatch;

    /** @param owner connects as the owner of the tables: the application itself may not change what is stored */
    public KeyRotation(DataSource owner, MasterKey from, MasterKey to) {
        this(owner, from, to, () -> {});
    }

    KeyRotation(DataSource owner, MasterKey from, MasterKey to, Runnable afterEachBatch) {
        if (to.version() <= from.version()) {
            throw new IllegalArgumentException(to + " does not follow " + from);
        }
        this.jdbc = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        this.keys = new KnownKeys(jdbc);
        this.from = new Vault(from);
        this.to = new Vault(to);
        this.afterEachBatch = afterEachBatch;
    }

    /**
     * Begins, or goes on, and finishes.
     *
     * @throws IllegalStateException when a key is not that of the data, or not the one the change was begun with
     */
    public void run() {
        begin();
        EncryptedTable.allOf(jdbc).forEach(this::encryptAnew);
        transaction.executeWithoutResult(status -> keys.remove(from));
    }

    private void begin() {
        List<Integer> versions = keys.versions();
        if (versions.contains(to.version()) && versions.size() == 1) {
            throw new IllegalStateException("The data are under " + to.version() + " already: nothing is left to do");
        }
        transaction.executeWithoutResult(status -> {
            keys.require(from);
            keys.add(to);
            keys.require(to);
        });
    }

    private void encryptAnew(EncryptedTable table) {
        long pages = table.pages(jdbc);
        int changed = 0;
        for (long page = 0; page < pages; page += EncryptedTable.BATCH_PAGES) {
            long first = page;
            changed += transaction.execute(status -> {
                seeEverything();
                return table.encryptAnew(jdbc, first, from, to);
            });
            afterEachBatch.run();
        }
        log.info("{}: {} rows encrypted anew", table.name(), changed);
    }

    /** The policies hold for the owner, too. */
    private void seeEverything() {
        jdbc.sql(
                        """
                        select set_config('zhubao.counties_from', '', true), set_config('zhubao.counties_until', ':', true),
                            set_config('zhubao.people_from', '', true), set_config('zhubao.people_until', ':', true),
                            set_config('zhubao.department', '*', true), set_config('zhubao.department_until', '~', true),
                            set_config('zhubao.username', '*', true)
                        """)
                .query(row -> {});
    }
}
