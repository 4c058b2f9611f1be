package org.zhubao.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Claims as stored. Rosters write them in bulk; this only reads. */
@Repository
class IdentityClaims {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    IdentityClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What still counts first, then the newest. */
    List<Claim> ofPerson(Person person, int benefitYear) {
        return jdbc.sql(
                        """
                        select c.department, c.identity, c.attributes, c.recognised_on, c.expires_on, c.known_from, c.known_to,
                            c.batch_id, c.row_number, f.name as file_name
                        from identity_claim c
                        left join roster_batch b on b.id = c.batch_id
                        left join roster_file f on f.id = b.file_id
                        where c.region = ? and c.person_id = ? and c.benefit_year = ?
                        order by c.known_to desc nulls first, c.known_from desc, c.department, c.identity
                        """)
                .params(person.region(), person.id(), benefitYear)
                .query((row, n) -> claim(row))
                .list();
    }

    /** Counts people, not claims: whoever may see only a township's people counts only those. */
    int countRecognised(String county, int benefitYear) {
        return jdbc.sql(
                        """
                        select count(distinct c.person_id) from identity_claim c
                        join person p on p.id = c.person_id and p.region = c.region
                        where c.county = ? and c.benefit_year = ? and c.known_to is null
                        """)
                .params(county, benefitYear)
                .query(Integer.class)
                .single();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("department"),
                row.getString("identity"),
                JSON.readValue(row.getString("attributes"), ATTRIBUTES),
                row.getObject("recognised_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                instant(row, "known_from"),
                row.getObject("known_to") == null ? null : instant(row, "known_to"),
                row.getObject("batch_id", UUID.class),
                row.getString("file_name"),
                row.getInt("row_number"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
