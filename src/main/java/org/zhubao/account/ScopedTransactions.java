package org.zhubao.account;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction by telling the database whose rows it may show. The settings are the transaction's own and
 * end with it, so a connection that goes back to the pool carries none along; outside a transaction nothing is seen.
 */
@Component("transactionManager")
class ScopedTransactions extends JpaTransactionManager {

    private static final String TELL =
            "select set_config('zhubao.counties', ?, true), set_config('zhubao.scope', ?, true)";

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            Visibility.current().ifPresent(this::tell);
        } catch (RuntimeException | Error e) {
            doCleanupAfterCompletion(transaction);
            throw e;
        }
    }

    private void tell(Visibility visibility) {
        new JdbcTemplate(getDataSource()).query(TELL, row -> {}, visibility.counties(), visibility.scope());
    }
}
