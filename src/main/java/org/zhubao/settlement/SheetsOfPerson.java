package org.zhubao.settlement;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.register.Person;
import org.zhubao.register.PersonHistory;
import org.zhubao.register.PersonMoment;
import org.zhubao.site.Yuan;

/** On which sheets a person was charged, or something was taken back. */
@Repository
class SheetsOfPerson implements PersonHistory {

    private final JdbcClient jdbc;
    private final Yuan yuan;

    SheetsOfPerson(JdbcClient jdbc, Yuan yuan) {
        this.jdbc = jdbc;
        this.yuan = yuan;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonMoment> of(Person person) {
        return jdbc.sql(
                        """
                        select s.id, s.number, s.frozen_at, s.status, l.sequence, l.fund_fen
                        from settlement_line l join settlement_sheet s on s.id = l.sheet_id
                        where l.region = ? and l.person_id = ?
                        """)
                .params(person.region(), person.id())
                .query((row, n) -> new PersonMoment(
                        row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                        row.getString("status").equals("VOID") ? "person.moment.sheet.VOID" : "person.moment.sheet",
                        List.of(
                                row.getString("number"),
                                String.valueOf(row.getInt("sequence")),
                                yuan.of(row.getLong("fund_fen"))),
                        "/settlement/" + row.getString("id")))
                .list();
    }
}
