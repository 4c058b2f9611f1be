package org.zhubao.site;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has the database look at tables that have just been filled: the next question comes before it does so by itself, and
 * would be planned as if they were empty.
 */
public final class FreshStatistics {

    /** Fewer rows change no plan. */
    private static final int MANY = 100;

    private FreshStatistics() {}

    /**
     * @param tables with commas between
     * @param rows how many were added
     */
    public static void of(String tables, int rows, JdbcClient jdbc) {
        if (rows >= MANY) {
            jdbc.sql("analyze " + tables).update();
        }
    }
}
