package org.zhubao.determination;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reduces people to what a decision depends on, in the database: dates to the policy's bands, claims to identity and
 * the attributes the policy asks for. People alike in this share one number and one decision.
 */
@Repository
class FactsOfPeople {

    /** Temporary table of the transaction: person_id, region, township, facts (jsonb), outcome_id. */
    static final String TABLE = "person_facts";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FactsOfPeople(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Facts that some people share, by the number of their outcome. */
    record Group(int outcomeId, Facts facts) {}

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
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "county", population.county(),
                "year", population.benefitYear(),
                "at", Timestamp.from(population.asKnownOn()),
                "births", dates(grain.births()),
                "recognitions", dates(grain.recognitions()),
                "attributes", String.join(",", grain.attributes()),
                "bands", grain.bands()));
        parameters.put("touchedBy", population.touchedBy());
        jdbc.sql(
                        """
                        create temporary table person_facts on commit drop as
                        with claim as (
                            select region, person_id, identity, household,
                                coalesce((select jsonb_object_agg(a.key, a.value) from jsonb_each(attributes) a
                                    where a.key = any (string_to_array(:attributes, ','))), '{}') as attributes,
                                case when :bands then to_jsonb(width_bucket(recognised_on, :recognitions::date[]))
                                    else to_jsonb(recognised_on) end as recognised
                            from identity_claim
                            where county = :county and benefit_year = :year
                                and known_from <= :at and (known_to is null or known_to > :at)
                                and (:touchedBy::uuid is null or person_id in (
                                    select person_id from identity_claim
                                    where county = :county and benefit_year = :year
                                        and (batch_id = :touchedBy or ended_by_batch = :touchedBy)))
                        ),
                        person_claims as (
                            select p.region, p.id as person_id, p.township,
                                jsonb_build_object(
                                    'birth', case when :bands then to_jsonb(width_bucket(p.birth_date, :births::date[]))
                                        else to_jsonb(p.birth_date) end,
                                    'household', case when count(distinct c.household) = 1 then min(c.household) end,
                                    'held', jsonb_agg(distinct
                                        jsonb_build_array(c.identity, c.attributes, c.recognised))) as facts
                            from claim c join person p on p.region = c.region and p.id = c.person_id
                            group by p.region, p.id, p.township
                        )
                        select *, dense_rank() over (order by facts)::integer as outcome_id from person_claims
                        """)
                .params(parameters)
                .update();
        return jdbc.sql("select distinct on (outcome_id) outcome_id, facts from person_facts order by outcome_id")
                .query((row, n) -> {
                    int id = row.getInt("outcome_id");
                    JsonNode facts = json.readTree(row.getString("facts"));
                    return policies.stream()
                            .map(policy -> new Group(id, facts(facts, policy, grain, population.county())))
                            .toList();
                })
                .list();
    }

    /** Any facts of the group will do: the first day of each band stands for the band, unless days decide one by one. */
    private static Facts facts(JsonNode node, Policy policy, Grain grain, String county) {
        Map<String, String> values = new HashMap<>();
        if (policy.factsUsed().contains("county")) {
            values.put("county", county);
        }
        if (node.path("household").isString()) {
            values.put("household", node.path("household").asString());
        }
        List<Held> held = new ArrayList<>();
        for (JsonNode claim : node.path("held")) {
            Optional<FactSpec> fact = policy.fact(claim.get(0).asString());
            if (fact.isPresent()) {
                values.put(fact.get().code(), fact.get().asserted());
                continue;
            }
            Map<String, String> attributes = new HashMap<>();
            claim.get(1)
                    .properties()
                    .forEach(a -> attributes.put(a.getKey(), a.getValue().asString()));
            held.add(new Held(claim.get(0).asString(), attributes, dayOf(claim.get(2), grain.recognitions())));
        }
        return new Facts(dayOf(node.path("birth"), grain.births()), held, values);
    }

    private static @Nullable LocalDate dayOf(JsonNode band, List<LocalDate> breaks) {
        if (band.isString()) {
            return LocalDate.parse(band.asString());
        }
        if (!band.isNumber()) {
            return null;
        }
        if (breaks.isEmpty()) {
            return LocalDate.EPOCH;
        }
        return band.asInt() == 0 ? breaks.get(0).minusDays(1) : breaks.get(band.asInt() - 1);
    }

    private static String dates(List<LocalDate> breaks) {
        return breaks.toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }
}
