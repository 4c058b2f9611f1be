package org.zhubao.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.division.Scope;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;
import org.zhubao.site.Paging;

/**
 * Finds people of a county by a part of the name, its pinyin or initials, by the last four characters of the number or all
 * of it. A record that has become one with another is found as that one.
 */
@Service
@Transactional(readOnly = true)
public class FindingPeople {

    private static final int COUNTED = 1000;

    /**
     * A person of the county, or one whom another county of the region listed first and this one lists, too; of those a
     * township has whom a list puts there now.
     */
    private static final String WITHIN =
            """
            from person p
            where p.region = (select region from division where code = :county)
                and (p.county = :county and (p.county like :within or p.township like :within)
                    or exists (select from identity_claim c
                        where c.region = p.region and c.person_id = p.id and c.county = :county
                            and (c.county like :within
                                or p.county <> :county and c.known_to is null and c.township like :within)))
                and not exists (select from person_merge m
                    where m.region = p.region and m.merged_id = p.id and m.known_to is null)
                and\s""";

    /** By the number on record, or one by which somebody was known before. */
    private static final String BY_NUMBER =
            """
            p.person_key = any (array(
                select cast(:key as uuid)
                union all
                select on_record_as((select region from division where code = :county), :key)))""";

    private static final String BY_TAIL = "p.number_tail = :tail";
    private static final String BY_NAME =
            "p.comparable_name in (select comparable_name from name_spelling where terms @@ :wanted::tsquery)";

    /** Nobody's name is as long, and the database searches for words of a limited length. */
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Vault vault;

    FindingPeople(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * People by name, one page.
     *
     * @param scope of whoever asks: nobody outside it is found
     * @param text as typed
     */
    public FoundPeople find(String county, Scope scope, String text, int page, int size) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("county", county);
        parameters.put("within", scope.likePattern());
        Optional<String> condition = condition(text, parameters);
        if (condition.isEmpty()) {
            return new FoundPeople(new Paging(1, size, 0), false, List.of());
        }
        String found = WITHIN + condition.get();
        int counted = jdbc.sql("select count(*) from (select 1 " + found + " limit " + (COUNTED + 1) + ") counted")
                .params(parameters)
                .query(Integer.class)
                .single();
        Paging paging = new Paging(page, size, Math.min(counted, COUNTED));
        List<Person> people = jdbc.sql(
                        "select p.*, coalesce((select t.name from division t where t.code = case when p.county = :county"
                                + " then p.township else coalesce(listed_township(p.region, p.id, :county), p.township)"
                                + " end), '') as township_name " + found
                                + " order by p.comparable_name, p.id offset :offset limit :size")
                .params(parameters)
                .param("offset", paging.offset())
                .param("size", size)
                .query((row, n) -> person(row))
                .list();
        return new FoundPeople(paging, counted > COUNTED, people);
    }

    /** Fills in what the condition asks for; empty where nothing is asked. */
    private Optional<String> condition(String text, Map<String, Object> parameters) {
        String wanted = RecordChanges.comparable(text).replaceAll("[%_\\\\]", "");
        Optional<IdNumber> number = IdNumber.of(wanted);
        if (number.isPresent()) {
            parameters.put("key", vault.personKey(number.get()));
            return Optional.of(BY_NUMBER);
        }
        if (wanted.matches("\\d{3}[\\dX]")) {
            parameters.put("tail", wanted);
            return Optional.of(BY_TAIL);
        }
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        parameters.put("wanted", "'" + wanted.toLowerCase(Locale.ROOT).replace("'", "''") + "':*");
        return Optional.of(BY_NAME);
    }

    private Person person(ResultSet row) throws SQLException {
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
