package org.zhubao.account;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.zhubao.division.Scope;

/**
 * Begins every transaction by telling the database whose rows it may show. The settings are the transaction's own and
 * end with it, so a connection that goes back to the pool carries none along; outside a transaction nothing is seen.
 */
@Component("transactionManager")
class ScopedTransactions extends JpaTransactionManager {

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            tell(Visibility.current());
        } catch (RuntimeException | Error e) {
            doCleanupAfterCompletion(transaction);
            throw e;
        }
    }

    private void tell(Visibility visibility) {
        List<String> settings = new ArrayList<>();
        List<String> values = new ArrayList<>();
        addRange("counties", visibility.counties(), settings, values);
        addRange("people", visibility.people(), settings, values);
        add("department", visibility.department(), settings, values);
        add("department_until", visibility.departmentUntil(), settings, values);
        add("county", visibility.wholeCounty(), settings, values);
        addRange("trail", visibility.trail(), settings, values);
        add("username", visibility.username(), settings, values);
        if (!settings.isEmpty()) {
            new JdbcTemplate(getDataSource())
                    .query("select " + String.join(", ", settings), row -> {}, values.toArray());
        }
    }

    private static void addRange(String wall, @Nullable Scope scope, List<String> settings, List<String> values) {
        if (scope != null) {
            add(wall + "_from", scope.from(), settings, values);
            add(wall + "_until", scope.until(), settings, values);
        }
    }

    private static void add(String name, @Nullable String value, List<String> settings, List<String> values) {
        if (value != null) {
            settings.add("set_config('zhubao." + name + "', ?, true)");
            values.add(value);
        }
    }
}
