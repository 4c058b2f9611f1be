package org.zhubao.settlement;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.support.SettableClock;

/** Lists of how people are insured, drawn by lot and written as an accepted list writes them: the newest word counts. */
final class DrawnStates {

    /** Those that decide about money are drawn as often as all others together. */
    private static final List<HowInsured> DECISIVE = List.of(HowInsured.DEAD, HowInsured.EMPLOYEE);

    private final EveryKind county;
    private final TaxInWords tax;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Random random;
    private final DrawnList lists;
    private final Map<UUID, HowInsured> stated = new HashMap<>();

    DrawnStates(EveryKind county, TaxInWords tax, JdbcClient jdbc, SettableClock clock, Random random) {
        this.county = county;
        this.tax = tax;
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.lists = new DrawnList(county, "ENROLMENT_STATUS", "medical-insurance", jdbc, clock, random);
    }

    /** A word on some of them; who is said to be insured as before stays as they are, with the day of the first word. */
    void draw() {
        UUID batch = lists.accepted();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            UUID person = county.people().get(random.nextInt(county.people().size()));
            List<HowInsured> among = random.nextBoolean() ? DECISIVE : List.of(HowInsured.values());
            HowInsured how = among.get(random.nextInt(among.size()));
            if (stated.put(person, how) != how) {
                store(batch, person, how);
                tax.told(person, how, clock.instant());
            }
        }
        tax.statesCame();
    }

    private void store(UUID batch, UUID person, HowInsured how) {
        Map<String, Object> parameters = Map.of(
                "county", county.county().code(),
                "year", county.county().year(),
                "person", person,
                "insurance", how.insurance(),
                "state", how.state(),
                "at", how.enrolledAt(),
                "now", Timestamp.from(clock.instant()),
                "batch", batch);
        jdbc.sql(
                        """
                        update enrolment_status set known_to = :now, ended_by_batch = :batch
                        where region = '5104' and county = :county and benefit_year = :year and known_to is null
                            and person_key = (select person_key from person where region = '5104' and id = :person)
                        """)
                .params(parameters)
                .update();
        jdbc.sql(
                        """
                        insert into enrolment_status (region, county, benefit_year, person_key, number_cipher, number_tail,
                            name, insurance, enrolled_at, state, known_from, batch_id, row_number)
                        select p.region, :county, :year, p.person_key, p.number_cipher, p.number_tail, p.name, :insurance,
                            :at, :state, :now, :batch, 2
                        from person p where p.region = '5104' and p.id = :person
                        """)
                .params(parameters)
                .update();
    }
}
