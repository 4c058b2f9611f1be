package org.zhubao.determination;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Policy;

/** Takes those whom a person has decided about out of {@link FactsOfPeople#TABLE}'s groups: each gets a number of their own. */
@Repository
class OverriddenPeople {

    private final Overrides overrides;
    private final JdbcClient jdbc;

    OverriddenPeople(Overrides overrides, JdbcClient jdbc) {
        this.overrides = overrides;
        this.jdbc = jdbc;
    }

    /** Of whom it was decided otherwise as known at one moment than at the other. */
    Set<UUID> changed(Run run, Instant before) {
        Map<UUID, UUID> then = inForce(run, before);
        Map<UUID, UUID> now = inForce(run, run.asKnownOn());
        Set<UUID> people = new HashSet<>(then.keySet());
        people.addAll(now.keySet());
        people.removeIf(person -> Objects.equals(then.get(person), now.get(person)));
        return people;
    }

    private Map<UUID, UUID> inForce(Run run, Instant moment) {
        return overrides.inForce(run.county(), run.benefitYear(), moment).stream()
                .collect(Collectors.toMap(Overrides.Approved::personId, Overrides.Approved::id));
    }

    /**
     * @param groups the groups of the table
     * @param next the first number that is free
     */
    List<Decided> setApart(Run run, Policy policy, List<FactsOfPeople.Group> groups, int next) {
        List<Overrides.Approved> approved = overrides.inForce(run.county(), run.benefitYear(), run.asKnownOn());
        Map<Integer, Facts> facts = new HashMap<>();
        groups.forEach(group -> facts.put(group.outcomeId(), group.facts()));
        return approved.isEmpty()
                ? List.of()
                : moved(approved, next).stream()
                        .map(moved ->
                                decided(policy, approved.get(moved.is() - next), facts.get(moved.was()), moved.is()))
                        .toList();
    }

    private record Moved(int was, int is) {}

    private List<Moved> moved(List<Overrides.Approved> approved, int next) {
        return jdbc.sql(
                        """
                        update person_facts f set outcome_id = d.place + :next - 1
                        from unnest(:persons::uuid[]) with ordinality d (person_id, place)
                        where f.person_id = d.person_id
                        returning old.outcome_id as was, new.outcome_id as is_now
                        """)
                .param("next", next)
                .param(
                        "persons",
                        approved.stream().map(Overrides.Approved::personId).toArray(UUID[]::new))
                .query((row, n) -> new Moved(row.getInt("was"), row.getInt("is_now")))
                .list();
    }

    private static Decided decided(Policy policy, Overrides.Approved override, Facts facts, int outcomeId) {
        Determination determination = override.verdict().determine(policy, facts);
        return Decided.byPerson(outcomeId, facts, determination, override);
    }
}
