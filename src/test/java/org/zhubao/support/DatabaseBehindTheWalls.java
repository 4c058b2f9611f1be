package org.zhubao.support;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database of a test as its administrator sees it: no policy and no privilege holds for this connection, so a test
 * can look behind the walls and break in.
 */
public record DatabaseBehindTheWalls(String name) {

    public JdbcClient sql() {
        return TestServer.superuser(name);
    }

    /** A connection of its own, for what streams. The caller closes it. */
    public Connection connection() throws SQLException {
        return TestServer.connection(name);
    }

    /** As the role that owns the tables. The policies hold for it, too. */
    public JdbcClient owner() {
        return TestServer.as(TestDatabase.OWNER, name);
    }
}
