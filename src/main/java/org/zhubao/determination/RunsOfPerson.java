package org.zhubao.determination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.register.Person;
import org.zhubao.register.PersonHistory;
import org.zhubao.register.PersonMoment;
import org.zhubao.site.Yuan;

/** What published runs determined for a person, year by year. */
@Repository
class RunsOfPerson implements PersonHistory {

    private final JdbcClient jdbc;
    private final Yuan yuan;

    RunsOfPerson(JdbcClient jdbc, Yuan yuan) {
        this.jdbc = jdbc;
        this.yuan = yuan;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonMoment> of(Person person) {
        return jdbc.sql(
                        """
                        select r.id, r.benefit_year, r.as_known_on, o.outcome, coalesce(o.paid_as, '') as paid_as,
                            o.subsidy_fen
                        from determination d
                        join determination_run r on r.id = d.run_id
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        where d.region = ? and d.person_id = ? and r.published_at is not null
                        """)
                .params(person.region(), person.id())
                .query((row, n) -> moment(person.id(), row))
                .list();
    }

    private PersonMoment moment(UUID person, ResultSet row) throws SQLException {
        return new PersonMoment(
                row.getObject("as_known_on", OffsetDateTime.class).toInstant(),
                "person.moment.run." + row.getString("outcome"),
                List.of(
                        String.valueOf(row.getInt("benefit_year")),
                        row.getString("paid_as"),
                        yuan.of(row.getLong("subsidy_fen"))),
                "/determinations/" + row.getObject("id", UUID.class) + "/people/" + person);
    }
}
