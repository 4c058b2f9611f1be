package org.zhubao.levy;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What concerns few people of a county, gathered apart as tables of the transaction, so that the statement over everybody
 * is one plan: {@code paid_elsewhere}, {@code renumbered}, {@code moved_mark}, {@code later_mark}.
 */
@Repository
class RareFacts {

    private static final String PAID_ELSEWHERE =
            """
            create temporary table paid_elsewhere on commit drop as
            select person_key from paid_in_other_counties(:region, :county, :year)
            """;

    /** By which key somebody is on record whom payments and states of enrolment name by another. */
    private static final String RENUMBERED =
            """
            create temporary table renumbered on commit drop as
            select listed_key, max(person_key::text)::uuid as person_key
            from person_renumbered where region = :region group by listed_key
            """;

    /** A record that has become one with another: its mark is the other's, unless that one has been marked itself. */
    static final String MOVED =
            """
            select merged_id, case
                    when row_number() over (partition by kept_id order by known_from, merged_id) = 1
                        and not exists (
                            select from mark_line l
                            where l.region = :region and l.benefit_year = :year and l.county = :county
                                and l.person_id = kept_id)
                    then kept_id end as kept_id
            from person_merge where region = :region and known_to is null
            """;

    private static final String MOVED_MARK = "create temporary table moved_mark on commit drop as " + MOVED;

    private final JdbcClient jdbc;

    RareFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param parameters region, county, year */
    void gather(Map<String, Object> parameters) {
        jdbc.sql(PAID_ELSEWHERE).params(parameters).update();
        jdbc.sql(RENUMBERED).params(parameters).update();
        jdbc.sql(MOVED_MARK).params(parameters).update();
        jdbc.sql("create temporary table later_mark on commit drop as " + MarkDrafts.LATER_MARK
                        + "union all select merged_id, null from moved_mark where kept_id is null")
                .params(parameters)
                .update();
        // Unasked, the planner takes an empty table for a thousand rows, and would hash everybody to join it
        jdbc.sql("analyze paid_elsewhere, renumbered, moved_mark, later_mark").update();
    }
}
