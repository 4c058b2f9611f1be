package org.zhubao.roster;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.division.Department;

/** What changes the register by one department's lists of a county and year goes one by one. */
@Repository
public class RosterTurns {

    private final JdbcClient jdbc;

    RosterTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else is at the lists of this roster's department; until the transaction ends nobody else is. */
    public void await(UUID roster) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(hashtext(county || department || benefit_year))
                        from roster_batch where id = ?
                        """)
                .param(roster)
                .query(row -> {});
    }

    /**
     * Waits until every list of the county and year that is being taken in or back has been: what is known by now is in
     * the register then, and whatever comes later is known later.
     */
    public void awaitAll(String county, int benefitYear) {
        String[] departments =
                Arrays.stream(Department.values()).map(Department::code).toArray(String[]::new);
        jdbc.sql(
                        "select pg_advisory_xact_lock_shared(hashtext(? || department || ?)) from unnest(?::text[]) department")
                .params(county, benefitYear, departments)
                .query(row -> {});
    }
}
