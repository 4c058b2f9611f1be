package org.zhubao.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.division.Scope;
import org.zhubao.protection.Vault;

/** Persons as they are on record, as a county and whoever asks there may see them. */
@Repository
class RegisteredPersons {

    /** What {@link #person} reads. Whom another county has on record lives where the lists of the one that asks say, if they do. */
    static final String COLUMNS =
            """
            p.region, p.id, p.name, p.number_cipher, p.birth_date, p.male, p.county, p.village,
                coalesce((select t.name from division t where t.code = case when p.county = :county
                    then p.township else coalesce(listed_township(p.region, p.id, :county), p.township) end), '')
                    as township_name\s""";

    /**
     * A person of the county, or one whom another county of the region listed first and this one lists, too; of those a
     * township has whom a list puts there now.
     */
    static final String WITHIN =
            """
            (p.county = :county and (p.county like :within or p.township like :within)
                or exists (select from identity_claim c
                    where c.region = p.region and c.person_id = p.id and c.county = :county
                        and (c.county like :within
                            or p.county <> :county and c.known_to is null and c.township like :within)))
            """;

    /** The region of the county, which all of its people belong to. */
    static final String OF_REGION = "p.region = (select region from division where code = :county) and ";

    private final JdbcClient jdbc;
    private final Vault vault;

    RegisteredPersons(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Optional<Person> find(UUID id, String county, Scope scope) {
        return first(OF_REGION + "p.id = :wanted and " + WITHIN, id, county, scope);
    }

    /** Of whichever county of the scope. */
    Optional<Person> byKey(UUID personKey, String county, Scope scope) {
        return first("p.person_key = :wanted and (" + WITHIN + " or p.county like :within)", personKey, county, scope);
    }

    private Optional<Person> first(String condition, UUID wanted, String county, Scope scope) {
        return jdbc
                .sql("select " + COLUMNS + "from person p where " + condition)
                .param("wanted", wanted)
                .param("county", county)
                .param("within", scope.likePattern())
                .query((row, n) -> person(row, vault))
                .list()
                .stream()
                .findFirst();
    }

    static Person person(ResultSet row, Vault vault) throws SQLException {
        return new Person(
                row.getString("region"),
                row.getObject("id", UUID.class),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")),
                row.getObject("birth_date", LocalDate.class),
                row.getBoolean("male"),
                row.getString("county"),
                row.getString("township_name"),
                row.getString("village"));
    }
}
