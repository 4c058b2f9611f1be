package org.zhubao.settlement;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.settlement.EveryKind.Kind;
import org.zhubao.support.SettableClock;

/**
 * What departments tell of a year, drawn by lot and written into the register as lists write it: known from one moment
 * until another. Beside it, what is to come out for everybody.
 */
final class DrawnRegister {

    private final EveryKind county;
    private final int year;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Random random;
    private final Map<UUID, Kind> held;
    private final Map<UUID, Said> decided = new HashMap<>();
    private final Map<UUID, Instant> learned = new HashMap<>();

    DrawnRegister(EveryKind county, int year, JdbcClient jdbc, SettableClock clock, Random random) {
        this.county = county;
        this.year = year;
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.held = year == county.county().year() ? new HashMap<>(county.held()) : new HashMap<>();
    }

    /** Most times everybody holds something else from now on, or nothing; else one of them, so that a run goes on. */
    void draw() {
        List<UUID> people = random.nextInt(3) > 0 ? county.people() : List.of(anybody());
        List<UUID> listed = new ArrayList<>();
        List<UUID> examples = new ArrayList<>();
        for (UUID person : people) {
            int lot = random.nextInt(county.kinds().size() + 1);
            @Nullable Kind kind = lot < county.kinds().size() ? county.kinds().get(lot) : null;
            @Nullable Kind before = kind == null ? held.remove(person) : held.put(person, kind);
            if (before != null || kind != null) {
                learned.put(person, clock.instant());
            }
            if (kind != null) {
                listed.add(person);
                examples.add(kind.example());
            }
        }
        end(people);
        begin(listed, examples);
        if (random.nextInt(4) == 0) {
            decide(anybody());
        }
    }

    UUID anybody() {
        return county.people().get(random.nextInt(county.people().size()));
    }

    /** What a run has to say of everybody it knows. */
    Map<UUID, Said> says() {
        Map<UUID, Said> says = new HashMap<>();
        held.forEach((person, kind) -> says.put(
                person, decided.containsKey(person) ? decided.get(person).decided(kind.said()) : kind.said()));
        return says;
    }

    /** Since when what lists say of somebody has been known. */
    Map<UUID, Instant> learned() {
        return learned;
    }

    private void end(List<UUID> people) {
        jdbc.sql(
                        """
                        update identity_claim c set known_to = :now, ended_by_batch = c.batch_id
                        where region = '5104' and county = :county and benefit_year = :year and known_to is null
                            and person_id = any (:people)
                        """)
                .params(Map.of("now", now(), "county", code(), "year", year, "people", people.toArray(UUID[]::new)))
                .update();
    }

    /** The examples' claims are those of the lists, which are older than the season. */
    private void begin(List<UUID> listed, List<UUID> examples) {
        jdbc.sql(
                        """
                        insert into identity_claim (region, county, benefit_year, person_id, department, identity, attributes,
                            household, recognised_on, expires_on, valid_from, valid_to, known_from, batch_id, row_number)
                        select c.region, c.county, :year, x.person, c.department, c.identity, c.attributes, c.household,
                            c.recognised_on, c.expires_on, c.valid_from, c.valid_to, :now, c.batch_id, c.row_number
                        from unnest(:people::uuid[], :examples::uuid[]) x (person, example)
                        join identity_claim c on c.region = '5104' and c.person_id = x.example and c.county = :county
                            and c.benefit_year = :listed and c.known_from < timestamptz '2024-12-20 12:00 UTC'
                        """)
                .params(Map.of(
                        "now", now(),
                        "county", code(),
                        "year", year,
                        "listed", county.county().year(),
                        "people", listed.toArray(UUID[]::new),
                        "examples", examples.toArray(UUID[]::new)))
                .update();
    }

    /** Two persons decide against the rules, or undo what was decided. */
    private void decide(UUID person) {
        if (decided.remove(person) != null) {
            jdbc.sql(
                            "update override set undone_by = 'chief', undone_at = :now, undone_because = 'drawn'"
                                    + " where county = :county and benefit_year = :year and person_id = :person and undone_at is null")
                    .params(Map.of("now", now(), "county", code(), "year", year, "person", person))
                    .update();
            return;
        }
        List<Kind> plain = county.kinds().stream()
                .filter(kind -> !kind.identity().isEmpty())
                .toList();
        int lot = random.nextInt(plain.size() + 1);
        @Nullable Kind as = lot < plain.size() ? plain.get(lot) : null;
        Said said = as == null ? Said.NOTHING : as.said();
        decided.put(person, said);
        jdbc.sql(
                        """
                        insert into override (region, county, benefit_year, proposal_id, person_id, identity, facts_key,
                            was_fen, subsidy_fen, reason, document, valid_from, proposed_by, proposed_at, decided_by,
                            decided_at, approved)
                        values ('5104', :county, :year, gen_random_uuid(), :person, :identity, '', 0, :fen, 'drawn', 'lot',
                            date '2024-01-01', 'clerk', :now, 'reviewer', :now, true)
                        """)
                .param("county", code())
                .param("year", year)
                .param("person", person)
                .param("identity", as == null ? null : as.identity())
                .param("fen", said.subsidyFen())
                .param("now", now())
                .update();
    }

    /** Somebody died before the cover. @return whether that is news */
    boolean die(UUID person) {
        return jdbc.sql(
                                """
                                insert into person_event (region, person_id, county, benefit_year, kind, happened_on,
                                    known_from, batch_id, row_number)
                                select '5104', ?, ?, ?, 'DEATH', date '2024-12-01', ?, (array_agg(id))[1], 2
                                from roster_batch where county = ?
                                on conflict do nothing
                                """)
                        .params(person, code(), county.county().year(), now(), code())
                        .update()
                > 0;
    }

    private String code() {
        return county.county().code();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
