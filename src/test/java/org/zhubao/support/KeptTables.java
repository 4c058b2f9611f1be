package org.zhubao.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Keeps the temporary tables that the product makes anew in every transaction, and with them the plans of whatever names
 * them: where the same few people are gone through thousands of times, nearly all of the work is planning. The statements
 * stay the product's own, but for their first words. See {@link KeptTablesOfConnection}.
 */
final class KeptTables extends DelegatingDataSource {

    /** Added to an address: the driver keeps statements, and the database the first plan it made of each. */
    static final String AND_PLANS = "?prepareThreshold=1&preparedStatementCacheQueries=4096"
            + "&preparedStatementCacheSizeMiB=64&options=-c%20plan_cache_mode=force_generic_plan";

    private final Map<PGConnection, KeptTablesOfConnection> kept = Collections.synchronizedMap(new WeakHashMap<>());

    KeptTables(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        KeptTablesOfConnection tables =
                kept.computeIfAbsent(connection.unwrap(PGConnection.class), any -> new KeptTablesOfConnection());
        tables.begin(connection);
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                arguments[0] = tables.instead((String) arguments[0], connection);
            }
            Object result = method.invoke(connection, arguments);
            return method.getName().equals("createStatement")
                    ? statement((Statement) result, tables, connection)
                    : result;
        });
    }

    private static Statement statement(Statement statement, KeptTablesOfConnection tables, Connection connection) {
        return proxy(Statement.class, (method, arguments) -> {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                arguments[0] = tables.instead(sql, connection);
            }
            return method.invoke(statement, arguments);
        });
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (any, method, arguments) -> {
                    try {
                        return call.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
