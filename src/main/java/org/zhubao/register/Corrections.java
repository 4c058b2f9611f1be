package org.zhubao.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.protection.Vault;

/** What is to be, or was, put right about persons. Reads only. */
@Repository
@Transactional(readOnly = true)
public class Corrections {

    private static final String SELECT =
            """
            select c.*, p.name as person_name, p.number_cipher as person_number, o.name as other_name
            from person_correction c
            join person p on p.region = c.region and p.id = c.person_id
            left join person o on o.region = c.region and o.id = c.other_id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    Corrections(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What waits for somebody to decide, the oldest first. */
    public List<Correction> open(String county) {
        return jdbc.sql(SELECT + " where c.county = ? and c.confirmed is null order by c.proposed_at, c.id")
                .param(county)
                .query((row, n) -> correction(row))
                .list();
    }

    /** All that concerns a person, the newest first. */
    public List<Correction> of(Person person) {
        return jdbc.sql(
                        SELECT
                                + " where c.region = ? and (c.person_id = ? or c.other_id = ?) order by c.proposed_at desc, c.id")
                .params(person.region(), person.id(), person.id())
                .query((row, n) -> correction(row))
                .list();
    }

    /** @param county whose office it is for */
    public Optional<Correction> find(UUID id, String county) {
        return jdbc.sql(SELECT + " where c.county = ? and c.id = ?")
                .params(county, id)
                .query((row, n) -> correction(row))
                .optional();
    }

    private Correction correction(ResultSet row) throws SQLException {
        Correction.Kind kind = Correction.Kind.valueOf(row.getString("kind"));
        byte[] number = row.getBytes("number_cipher");
        String said = number != null
                ? vault.decryptNumber(number).masked()
                : kind == Correction.Kind.NAME ? row.getString("name") : row.getString("other_name");
        return new Correction(
                row.getObject("id", UUID.class),
                kind,
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                vault.decryptNumber(row.getBytes("person_number")).masked(),
                row.getObject("other_id", UUID.class),
                said,
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                instant(row),
                row.getObject("confirmed", Boolean.class));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return decided == null ? null : decided.toInstant();
    }
}
