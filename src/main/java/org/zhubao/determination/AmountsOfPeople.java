package org.zhubao.determination;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.rules.Outcome;

/** What a run came to for a few people. Reads only. */
@Repository
@Transactional(readOnly = true)
public class AmountsOfPeople {

    private final JdbcClient jdbc;

    AmountsOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One person's. */
    public record Amount(Outcome outcome, int reason, long subsidyFen) {}

    /** By person; nothing of those whom the run does not know. */
    public Map<UUID, Amount> of(Run run, List<UUID> people) {
        Map<UUID, Amount> amounts = new HashMap<>();
        jdbc.sql(
                        """
                        select d.person_id, o.outcome, o.reason, o.subsidy_fen
                        from determination d join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        where d.benefit_year = ? and d.run_id = ? and d.person_id = any (?)
                        """)
                .params(run.benefitYear(), run.id(), people.toArray(UUID[]::new))
                .query(row -> {
                    amounts.put(
                            row.getObject("person_id", UUID.class),
                            new Amount(
                                    Outcome.valueOf(row.getString("outcome")),
                                    row.getInt("reason"),
                                    row.getLong("subsidy_fen")));
                });
        return amounts;
    }
}
