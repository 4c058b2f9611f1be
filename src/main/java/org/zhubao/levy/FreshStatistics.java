package org.zhubao.levy;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Has the database look at a table that has just been filled: the next question comes before it does so by itself. */
final class FreshStatistics {

    private static final int MANY = 100;

    private FreshStatistics() {}

    /** A few rows change no plan. @param rows how many were added */
    static void of(String table, int rows, JdbcClient jdbc) {
        if (rows >= MANY) {
            jdbc.sql("analyze " + table).update();
        }
    }
}
