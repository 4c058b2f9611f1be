package org.zhubao.roster;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What changes the register by one department's lists of a county and year goes one by one. */
@Repository
class RosterTurns {

    private final JdbcClient jdbc;

    RosterTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else is at the lists of this roster's department; until the transaction ends nobody else is. */
    void await(UUID roster) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(hashtext(county || department || benefit_year))
                        from roster_batch where id = ?
                        """)
                .param(roster)
                .query(row -> {});
    }
}
