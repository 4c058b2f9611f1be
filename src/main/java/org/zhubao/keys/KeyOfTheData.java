package org.zhubao.keys;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.protection.Vault;

/**
 * Keeps the application from starting with another key than that of the data: it would open nothing, and find nobody
 * whom a roster names, so that everybody would be registered a second time.
 */
@Component
class KeyOfTheData implements SmartInitializingSingleton {

    private final KnownKeys keys;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    KeyOfTheData(JdbcClient jdbc, Vault vault, AuditTrail trail, PlatformTransactionManager transactions) {
        this.keys = new KnownKeys(jdbc);
        this.vault = vault;
        this.jdbc = jdbc;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws IllegalStateException says what to do instead */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (keys.versions().isEmpty()) {
                keys.add(vault);
            }
            if (keys.versions().size() > 1) {
                throw new IllegalStateException("A change of the key was begun and not finished: run it again with the"
                        + " same two key files; see docs/operations.md");
            }
            keys.require(vault);
            putOnRecord();
        });
    }

    private void putOnRecord() {
        int taken = jdbc.sql("update encryption_key set on_record = true where version = ? and not on_record")
                .param(vault.version())
                .update();
        if (taken == 1) {
            trail.record(AuditEvent.of(Action.KEY_TAKEN_INTO_USE, "", "key " + vault.version()));
        }
    }
}
