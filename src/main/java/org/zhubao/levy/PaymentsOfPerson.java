package org.zhubao.levy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.protection.Vault;
import org.zhubao.register.Person;
import org.zhubao.register.PersonHistory;
import org.zhubao.register.PersonMoment;
import org.zhubao.site.Yuan;

/**
 * What the tax bureau was told of a person, and what it says that the person paid, under an older number, too; for whoever
 * may see that.
 */
@Repository
class PaymentsOfPerson implements PersonHistory {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Yuan yuan;

    PaymentsOfPerson(JdbcClient jdbc, Vault vault, Yuan yuan) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.yuan = yuan;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonMoment> of(Person person) {
        return Stream.concat(marks(person), payments(person)).toList();
    }

    private Stream<PersonMoment> marks(Person person) {
        return jdbc
                .sql(
                        """
                        select p.id, p.benefit_year, p.number, p.pushed_at, l.change, l.paid_as, l.collected_fen
                        from mark_line l join mark_push p on p.id = l.push_id
                        where l.region = ? and l.person_id = ? and l.change <> 'UNCHANGED'
                        """)
                .params(person.region(), person.id())
                .query((row, n) -> new PersonMoment(
                        row.getObject("pushed_at", OffsetDateTime.class).toInstant(),
                        "person.moment.mark." + row.getString("change"),
                        List.of(
                                String.valueOf(row.getInt("benefit_year")),
                                String.valueOf(row.getInt("number")),
                                row.getString("paid_as"),
                                yuan.of(row.getLong("collected_fen"))),
                        "/tax/pushes/" + row.getString("id")))
                .list()
                .stream();
    }

    private Stream<PersonMoment> payments(Person person) {
        return jdbc
                .sql(
                        """
                        select benefit_year, known_from, paid_on, subsidised_fen, own_fen, batch_id
                        from payment_record where region = :region and known_to is null and person_key = any (array(
                            select cast(:key as uuid)
                            union all
                            select listed_key from person_renumbered where region = :region and person_key = :key))
                        """)
                .param("region", person.region())
                .param("key", vault.personKey(person.number()))
                .query((row, n) -> new PersonMoment(
                        row.getObject("known_from", OffsetDateTime.class).toInstant(),
                        "person.moment.payment",
                        List.of(
                                String.valueOf(row.getInt("benefit_year")),
                                row.getString("paid_on"),
                                yuan.of(row.getLong("own_fen")),
                                yuan.of(row.getLong("subsidised_fen"))),
                        "/rosters/" + row.getString("batch_id")))
                .list()
                .stream();
    }
}
