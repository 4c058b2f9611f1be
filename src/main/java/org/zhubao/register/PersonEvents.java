package org.zhubao.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is told of persons beyond identities. */
@Service
@Transactional(readOnly = true)
public class PersonEvents {

    private final JdbcClient jdbc;

    PersonEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that was ever told of a person, whichever year's list told it: what still counts first, then the newest. */
    public List<PersonEvent> of(Person person) {
        return jdbc.sql(
                        """
                        select e.*, coalesce(d.name, e.moved_to) as moved_to_name, b.department, f.name as file_name
                        from person_event e
                        left join roster_batch b on b.id = e.batch_id
                        left join roster_file f on f.id = b.file_id
                        left join division d on d.code = e.moved_to
                        where e.region = ? and e.person_id = ?
                        order by e.known_to desc nulls first, e.known_from desc, e.happened_on desc
                        """)
                .params(person.region(), person.id())
                .query((row, n) -> event(row))
                .list();
    }

    /** Of another county's list neither the department nor the file is told. */
    private static PersonEvent event(ResultSet row) throws SQLException {
        OffsetDateTime knownTo = row.getObject("known_to", OffsetDateTime.class);
        String file = row.getString("file_name");
        return new PersonEvent(
                PersonEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("happened_on", LocalDate.class),
                row.getString("moved_to_name"),
                file == null ? "" : row.getString("department"),
                row.getObject("known_from", OffsetDateTime.class).toInstant(),
                knownTo == null ? null : knownTo.toInstant(),
                row.getObject("batch_id", UUID.class),
                file == null ? "" : file,
                row.getInt("row_number"));
    }
}
