package org.zhubao.determination;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.PersonFactsSql.Asked;
import org.zhubao.rules.Condition.RecognisedBy;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Policy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reduces people to what a decision depends on, in the database: dates to the policy's bands, claims to identity and
 * the attributes the policy asks for. People alike in this share one number and one decision.
 */
@Repository
class FactsOfPeople {

    /** Temporary table of the transaction: person_id, region, township, outcome_id. */
    static final String TABLE = "person_facts";

    /** An attribute that no roster has: whether another county of the region listed the person first. */
    private static final String FIRST_ELSEWHERE = "first-listed-elsewhere";

    /** Enough to put a million and a half claims in order without writing them to the disk. */
    private static final String WORK_MEMORY = "256MB";

    private final PaymentDays payments;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    FactsOfPeople(PaymentDays payments, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.payments = payments;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Facts that some people share, by the number of their outcome.
     *
     * @param alike hash of what they have in common
     * @param diedBeforeCover whether they died before the first day of the benefit year
     */
    record Group(int outcomeId, UUID alike, Facts facts, boolean diedBeforeCover) {}

    /**
     * Whose people, and as known when.
     *
     * @param touchedBy only those of whom this roster began or ended a claim; null for everybody
     */
    record Population(String county, int benefitYear, Instant asKnownOn, @Nullable UUID touchedBy) {

        /** Everybody of the county. */
        Population(String county, int benefitYear, Instant asKnownOn) {
            this(county, benefitYear, asKnownOn, null);
        }

        static Population of(Run run) {
            return new Population(run.county(), run.benefitYear(), run.asKnownOn());
        }
    }

    /** Fills {@link #TABLE} and returns the groups. */
    List<Group> group(Population population, Policy policy) {
        return group(population, new Grain(List.of(policy)), List.of(policy)).stream()
                .map(groups -> groups.get(0))
                .toList();
    }

    /**
     * The same for several policies at once: people who are alike under all of them share a number.
     *
     * @return for each number its facts as each of the policies reads them, in their order
     */
    List<List<Group>> group(Population population, Grain grain, List<Policy> policies) {
        String whom = population.touchedBy() == null ? PersonFactsSql.EVERYBODY : PersonFactsSql.TOUCHED;
        return read(population, grain, policies, whom, null);
    }

    /**
     * Only those in the temporary table {@code changed_person}.
     *
     * @param before a run whose numbers go on counting: whoever is alike with somebody of it gets the same one
     */
    List<Group> groupChanged(Population population, Policy policy, UUID before) {
        return read(population, new Grain(List.of(policy)), List.of(policy), PersonFactsSql.CHANGED, before).stream()
                .map(groups -> groups.get(0))
                .toList();
    }

    private List<List<Group>> read(
            Population population, Grain grain, List<Policy> policies, String whom, @Nullable UUID before) {
        Map<String, Object> parameters = parameters(population, grain, before);
        if (grain.payments() != null) {
            payments.gather(population.county(), population.benefitYear(), population.asKnownOn());
        }
        Asked asked = new Asked(
                grain.attributes().size(),
                grain.attributes().contains(FIRST_ELSEWHERE),
                grain.payments() != null,
                List.copyOf(grain.compared().keySet()),
                !grain.removals().isEmpty(),
                grain.removalsDiffer(),
                !grain.removals().isEmpty() && anyMerged(parameters));
        String people = PersonFactsSql.people(asked, whom);
        jdbc.sql(PersonFactsSql.NONE_LEFT).update();
        if (whom.equals(PersonFactsSql.EVERYBODY)) {
            fillAtOnce(people, parameters);
        } else {
            fill(people, parameters);
        }
        fill(PersonFactsSql.GROUPS, parameters);
        // However few: known to be so, they are joined to people in the order in which those are
        jdbc.sql("analyze fact_group").update();
        fill(PersonFactsSql.NUMBERED, parameters);
        FactsReading reading = new FactsReading(grain, population.county());
        return jdbc.sql("select outcome_id, alike, facts from fact_group order by outcome_id")
                .query((row, n) -> {
                    int id = row.getInt("outcome_id");
                    UUID alike = row.getObject("alike", UUID.class);
                    var facts = json.readTree(row.getString("facts"));
                    return policies.stream()
                            .map(policy -> new Group(
                                    id,
                                    alike,
                                    reading.facts(facts, policy),
                                    facts.path("dead").asBoolean()))
                            .toList();
                })
                .list();
    }

    private boolean anyMerged(Map<String, Object> parameters) {
        return jdbc.sql("select exists (select from person_merge where region = :region and known_from <= :at)")
                .params(parameters)
                .query(Boolean.class)
                .single();
    }

    private void fill(String statement, Map<String, Object> parameters) {
        jdbc.sql(statement).params(parameters).update();
    }

    /**
     * Looks at everybody in one go, claims in several processes where that is cheaper. Left to itself the database takes
     * the walls for so dear that it would look people up one by one, and the processes' answers, too.
     */
    private void fillAtOnce(String statement, Map<String, Object> parameters) {
        jdbc.sql("set local work_mem = '" + WORK_MEMORY + "'").update();
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql("set local parallel_tuple_cost = 0.01").update();
        fill(statement, parameters);
        jdbc.sql("set local parallel_tuple_cost = default").update();
        jdbc.sql("set local enable_nestloop = default").update();
    }

    private Map<String, Object> parameters(Population population, Grain grain, @Nullable UUID before) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("county", population.county());
        parameters.put("region", regionOf(population.county()));
        parameters.put("year", population.benefitYear());
        parameters.put("at", Timestamp.from(population.asKnownOn()));
        parameters.put("births", dates(grain.births()));
        parameters.put("recognitions", dates(grain.recognitions()));
        parameters.put("bands", grain.bands());
        parameters.put("paidOn", PaymentDays.FACT);
        parameters.put("payments", grain.payments() == null ? null : dates(grain.payments()));
        parameters.put("identities", grain.identities().toArray(String[]::new));
        parameters.put("tooLate", tooLate(grain));
        parameters.put("before", before);
        parameters.put("touchedBy", population.touchedBy());
        IntStream.range(0, grain.attributes().size())
                .forEach(i -> parameters.put("a" + i, grain.attributes().get(i)));
        List<RecognisedBy> comparisons = List.copyOf(grain.compared().keySet());
        for (int i = 0; i < comparisons.size(); i++) {
            parameters.put("q" + i, comparisons.get(i).attribute());
            parameters.put("i" + i, grain.compared().get(comparisons.get(i)).toArray(String[]::new));
        }
        return parameters;
    }

    private String regionOf(String county) {
        return jdbc.sql("select region from division where code = ?")
                .param(county)
                .query(String.class)
                .single();
    }

    /** The moments from which removals no longer count, the first one first. */
    private Timestamp[] tooLate(Grain grain) {
        return grain.removals().stream()
                .map(last -> last.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
                .map(Timestamp::from)
                .toArray(Timestamp[]::new);
    }

    private static String dates(List<LocalDate> breaks) {
        return breaks.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
