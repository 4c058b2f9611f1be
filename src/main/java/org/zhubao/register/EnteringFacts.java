package org.zhubao.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.site.FreshStatistics;

/**
 * Enters a fact that a list of another part states of people whom no office has said anything of for the year: from then
 * on they are in the register, with the row that says so.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class EnteringFacts {

    private static final String ON_NO_LIST =
            """
            , named as (
                select distinct on (person_key) * from listed
                where enters_register and row_number = any (:rows) order by person_key, row_number
            )
            select person_key, row_number, name, comparable_name, number_cipher, number_tail, birth_date, male,
                township as township_code, village, :fact as identity, '{}'::jsonb as attributes,
                null::text as household, null::date as recognised_on, null::date as expires_on, 'ADDED' as change
            from named n
            where not exists (
                select from person p join identity_claim c on c.region = p.region and c.person_id = p.id
                where p.region = :region and p.person_key = n.person_key and c.county = :county
                    and c.benefit_year = :year and c.known_to is null)
            """;

    private final ClaimChanges changes;
    private final ListedPersons persons;
    private final NameSpellings names;
    private final ReceivingRosters rosters;
    private final JdbcClient jdbc;

    EnteringFacts(
            ClaimChanges changes,
            ListedPersons persons,
            NameSpellings names,
            ReceivingRosters rosters,
            JdbcClient jdbc) {
        this.changes = changes;
        this.persons = persons;
        this.names = names;
        this.rosters = rosters;
        this.jdbc = jdbc;
    }

    /**
     * @param fact code by the notice of the year
     * @param rows of the roster that state it, by their numbers
     */
    public void enter(UUID roster, String fact, Collection<Integer> rows, Instant knownFrom) {
        ClaimChanges.Batch batch = changes.batch(roster);
        persons.awaitTurn(batch.region());
        Map<String, Object> parameters = new HashMap<>(changes.parameters(batch));
        parameters.put("now", Timestamp.from(knownFrom));
        parameters.put("fact", fact);
        parameters.put("rows", rows.toArray(Integer[]::new));
        int people = jdbc.sql("create temporary table roster_change on commit drop as with " + ClaimChanges.LISTED
                        + ON_NO_LIST)
                .params(parameters)
                .update();
        persons.lookUp(parameters);
        persons.add(parameters);
        FreshStatistics.of("person", people, jdbc);
        names.learn(roster);
        rosters.addClaims(parameters);
        FreshStatistics.of("identity_claim", people, jdbc);
        jdbc.sql("drop table roster_change, roster_person").update();
    }

    /** From then on it is known that nothing of what the list stated is so. */
    public void takeBack(UUID roster, Instant at) {
        rosters.takeBack(roster, at);
    }
}
